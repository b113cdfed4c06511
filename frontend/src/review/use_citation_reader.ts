import { useDebounceFn } from '@vueuse/core'
import { shallowRef, watch, type Ref } from 'vue'
import { ApiError } from '../api/api_error.js'
import { answer, dataOf } from '../api/client.js'
import type { Law } from '../api/types.js'
import { useHub } from '../app/hub.js'
import { searchedLaw, type ReadCitation } from './citation_words.js'

const WAIT_MS = 220
const MOST_LAWS = 6

/** Reads a citation while it is typed: what was understood, and documents that may be meant. */
export function useCitationReader(text: Ref<string>) {
  const { api } = useHub()
  const read = shallowRef<ReadCitation[]>([])
  const laws = shallowRef<Law[]>([])
  /** The text that `read` belongs to, so that "not understood" is not said of half a word. */
  const readText = shallowRef('')
  let turn = 0

  async function ask() {
    const mine = ++turn
    const typed = text.value.trim()
    try {
      const found = typed ? await dataOf(api.POST('/citations/parse', { body: { text: typed } })) : []
      const wanted = searchedLaw(typed, found)
      const query = { q: wanted, perPage: MOST_LAWS }
      const matching = wanted.length > 1 ? (await answer(api.GET('/laws', { params: { query } }))).data : []
      if (mine !== turn) return
      read.value = found
      // The law itself before the long titles of the decrees that guide it.
      laws.value = matching.toSorted((a, b) => a.title.length - b.title.length)
      readText.value = typed
    } catch (error) {
      // Only a help while typing: adding the tag will say what is wrong.
      if (!(error instanceof ApiError)) throw error
    }
  }
  const askSoon = useDebounceFn(ask, WAIT_MS)
  watch(text, (now) => {
    if (now.trim() === '') {
      turn++
      read.value = []
      laws.value = []
      readText.value = ''
    } else void askSoon()
  })
  return { read, laws, readText, ask }
}
