import { onBeforeUnmount, onMounted, watch, type Ref } from 'vue'
import { useRoute } from 'vue-router'
import { useHub } from '../app/hub.js'
import { WatchedParts } from './watched_parts.js'

interface Watching {
  currentTime: Ref<number>
  playing: Ref<boolean>
  durationSeconds: number
  /** For viewers only. */
  counted: boolean
}

/**
 * Tells the hub at the end of a viewing (or when the page is hidden, after which a telephone may never come back) how much
 * of the video was watched: sums only, without the cookie, and nothing by which two viewings could be told apart.
 */
export function useViewing(videoId: string, { currentTime, playing, durationSeconds, counted }: Watching) {
  if (!counted || durationSeconds <= 0) return
  const { api } = useHub()
  const isEmbedded = useRoute().path.startsWith('/nhung/')
  const watched = new WatchedParts(durationSeconds)
  watch([currentTime, playing], () => watched.follow(playing.value ? currentTime.value : null), {
    flush: 'sync',
  })

  function tell() {
    const viewing = watched.take()
    if (!viewing) return
    const body = { ...viewing, host: isEmbedded ? framingHost() : null }
    const path = { id: videoId }
    // A viewing that could not be told is no reason to disturb the viewer
    api
      .POST('/videos/{id}/viewings', { params: { path }, body, keepalive: true, credentials: 'omit' })
      .catch(() => {})
  }
  const tellWhenHidden = () => void (document.visibilityState === 'hidden' && tell())

  onMounted(() => {
    document.addEventListener('visibilitychange', tellWhenHidden)
    window.addEventListener('pagehide', tell)
  })
  onBeforeUnmount(() => {
    document.removeEventListener('visibilitychange', tellWhenHidden)
    window.removeEventListener('pagehide', tell)
    tell()
  })
}

/** The host of the page that frames this one, as far as that page lets it be known; never its address. */
function framingHost(): string | null {
  if (window.top === window || !document.referrer) return null
  const { hostname } = new URL(document.referrer)
  return hostname === window.location.hostname ? null : hostname
}
