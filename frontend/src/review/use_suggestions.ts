import { computed, onMounted, ref, shallowRef, watch } from 'vue'
import { useI18n } from 'vue-i18n'
import { answer } from '../api/client.js'
import { useApi } from '../api/use_api.js'
import type { Tag, TagSuggestion } from '../api/types.js'
import { useToasts } from '../ui/use_toasts.js'
import { dismissedOf, keepDismissed } from './dismissed_suggestions.js'
import type { Marks } from './marks.js'
import { currentAfter, openSuggestions, placeOf, tagOf } from './suggestion_list.js'
import type { TagEdits } from './use_tag_edits.js'

interface Desk {
  videoId: string
  edits: TagEdits
  marks: () => Marks
  seek: (seconds: number) => void
}

export type Suggestions = ReturnType<typeof useSuggestions>

/** What the texts of the video name and no tag says: one is current, accepted with a key or dismissed. */
export function useSuggestions({ videoId, edits, marks, seek }: Desk) {
  const { t } = useI18n()
  const { show } = useToasts()
  const { data, error, pending, reload } = useApi(
    `suggestions:${videoId}`,
    (api) => answer(api.GET('/videos/{id}/tag-suggestions', { params: { path: { id: videoId } } })),
    { optional: true }
  )
  const dismissed = shallowRef(new Set<string>())
  const accepted = shallowRef(new Set<string>())
  onMounted(() => (dismissed.value = dismissedOf(videoId)))
  /** The server has answered: from its next list on, that list says whether it is still open. */
  const landed = new Set<string>()
  watch(data, () => {
    accepted.value = new Set([...accepted.value].filter((place) => !landed.has(place)))
    landed.clear()
  })
  const open = computed(() => openSuggestions(data.value?.data ?? [], dismissed.value, accepted.value))
  const hidden = computed(() => (data.value?.data ?? []).filter(({ key }) => dismissed.value.has(key)).length)

  const at = ref(0)
  let currentKey: string | null = null
  const current = computed(() => open.value[at.value] ?? null)
  watch(open, (now) => (at.value = currentAfter(now, currentKey, at.value)))
  watch(current, (now) => (currentKey = now?.key ?? null), { flush: 'sync' })

  function move(by: 1 | -1) {
    const count = open.value.length
    if (!count) return
    at.value = (at.value + by + count) % count
    const seconds = current.value?.startSeconds
    if (seconds != null) seek(seconds)
  }
  async function make(suggestion: TagSuggestion): Promise<Tag | null> {
    const place = placeOf(suggestion)
    accepted.value = new Set([...accepted.value, place])
    const made = await edits.add(tagOf(suggestion, marks()))
    landed.add(place)
    return made
  }
  async function accept(suggestion = current.value) {
    if (!suggestion) return show(t('tagging.suggest.none'), 'info')
    if (suggestion.startSeconds !== null) seek(suggestion.startSeconds)
    const made = await make(suggestion)
    if (made) edits.remember(t('review.tag.added', { citation: made.citation }), [made])
  }
  async function acceptAll() {
    const all = open.value
    const made = (await Promise.all(all.map(make))).filter((tag) => tag !== null)
    if (made.length) edits.remember(t('tagging.suggest.addedAll', { count: made.length }), made)
  }
  function dismiss(suggestion = current.value) {
    if (!suggestion) return show(t('tagging.suggest.none'), 'info')
    keep(new Set([...dismissed.value, suggestion.key]))
    const undo = () => keep(new Set([...dismissed.value].filter((key) => key !== suggestion.key)))
    edits.did(t('tagging.suggest.dismissed', { citation: suggestion.citation }), async () => undo())
  }
  function keep(keys: Set<string>) {
    dismissed.value = keys
    keepDismissed(videoId, keys)
  }
  const showHidden = () => keep(new Set())
  const total = computed(() => data.value?.meta.total ?? 0)
  return {
    open,
    hidden,
    current,
    total,
    error,
    pending,
    reload,
    move,
    accept,
    acceptAll,
    dismiss,
    showHidden,
  }
}
