import { onScopeDispose, shallowRef } from 'vue'
import { useHub } from '../app/hub.js'
import type { SearchSuggestion } from '../api/types.js'

const pauseMs = 150

/** Suggestions for what is being typed: asked for after a short pause, each text once, the last one typed wins. */
export function useSuggestions() {
  const { api } = useHub()
  const suggestions = shallowRef<SearchSuggestion[]>([])
  const known = new Map<string, SearchSuggestion[]>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let wanted = ''

  function ask(text: string) {
    wanted = text.trim()
    clearTimeout(timer)
    if (wanted.length < 2) return forget()
    const before = known.get(wanted)
    if (before) suggestions.value = before
    else timer = setTimeout(() => void load(wanted), pauseMs)
  }

  async function load(text: string) {
    // Without suggestions the field works as before: a line that is down is told by the search itself
    const { data } = await api
      .GET('/search/suggestions', { params: { query: { q: text } } })
      .catch(() => ({ data: undefined }))
    if (!data) return
    known.set(text, data.data)
    if (text === wanted) suggestions.value = data.data
  }

  function forget() {
    wanted = ''
    clearTimeout(timer)
    suggestions.value = []
  }

  onScopeDispose(forget)
  return { suggestions, ask, forget }
}

/** The page of a suggestion. */
export function suggestionPath({ kind, slug, text }: SearchSuggestion): string {
  if (kind === 'topic') return `/chu-de/${slug}`
  if (kind === 'law') return `/van-ban/${slug}`
  return kind === 'video' ? `/video/${slug}` : `/tim-kiem?q=${encodeURIComponent(text)}`
}
