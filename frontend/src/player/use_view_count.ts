import { onBeforeUnmount, watch, type Ref } from 'vue'
import { useHub } from '../app/hub.js'

const WATCHED_MS = 5000

/** Counts one view once somebody has watched for a few seconds; nothing about the viewer is sent. */
export function useViewCount(videoId: string, playing: Ref<boolean>, counted: boolean) {
  const { api } = useHub()
  let watchedMs = 0
  let since = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  function count() {
    stop()
    // A view that could not be counted is no reason to disturb the viewer.
    api.POST('/videos/{id}/views', { params: { path: { id: videoId } }, body: {} }).catch(() => {})
  }

  const stop = watch(playing, (isPlaying) => {
    if (!counted) return
    clearTimeout(timer)
    if (isPlaying) {
      since = performance.now()
      timer = setTimeout(count, WATCHED_MS - watchedMs)
    } else if (since > 0) {
      watchedMs += performance.now() - since
    }
  })
  onBeforeUnmount(() => clearTimeout(timer))
}
