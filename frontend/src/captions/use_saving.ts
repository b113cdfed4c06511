import { ref, shallowRef } from 'vue'
import { ApiError } from '../api/api_error.js'
import { answer, dataOf } from '../api/client.js'
import { useHub } from '../app/hub.js'
import { useSubmit } from '../ui/use_submit.js'
import { readTrack } from './cues.js'
import type { Cues } from './use_cues.js'

/** Loads and saves one track; nobody's work is written over unasked. */
export function useSaving(videoId: string, lang: string, track: Cues) {
  const { api } = useHub()
  const path = { id: videoId, lang }
  const text = { params: { path }, parseAs: 'text', cache: 'no-store' } as const
  /** Of what is being worked on; null while there is no track yet. */
  const version = ref<string | null>(null)
  const loaded = ref(false)
  const loadFailed = shallowRef<ApiError | null>(null)
  /** Somebody else saved meanwhile. */
  const conflict = ref(false)
  let theirs: string | null = null
  const { busy, submit, failure, general } = useSubmit()

  async function load() {
    loadFailed.value = null
    try {
      // A track that is not there yet is no failure
      const tracks = await dataOf(api.GET('/videos/{id}/captions', { params: { path: { id: videoId } } }))
      const isThere = tracks.some((one) => one.lang === lang)
      const { data, response } = isThere ? await api.GET('/videos/{id}/captions/{lang}', text) : {}
      version.value = response?.headers.get('etag')?.replace(/^(?:W\/)?"|"$/g, '') ?? null
      track.start(readTrack(String(data ?? '')))
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      loadFailed.value = error
      return
    }
    conflict.value = false
    loaded.value = true
  }

  /** @returns what was put right, or null where it was not saved */
  async function save(isChecked: boolean, { over = false } = {}) {
    const sent = track.text.value
    if (over) version.value = theirs
    const known = version.value ? { 'If-Match': `"${version.value}"` } : { 'If-None-Match': '*' }
    let meta = null
    const done = await submit(async () => {
      const kept = await answer(
        api.PUT('/videos/{id}/captions/{lang}', {
          params: { path, query: { checked: isChecked }, header: known },
          headers: { 'Content-Type': 'text/vtt' },
          body: sent,
          bodySerializer: (body: string) => body,
        })
      )
      version.value = kept.data.version
      meta = kept.meta
    })
    conflict.value = !done && failure.value?.code === 'E_CAPTIONS_CHANGED'
    if (conflict.value) theirs = (failure.value?.failures[0] as { version?: string | null }).version ?? null
    if (done) track.saved.value = sent
    return meta as { repairs: Record<string, number> } | null
  }

  return { version, loaded, loadFailed, conflict, busy, general, load, save }
}
