import { usePolling } from '../studio/use_polling.js'

/**
 * While a video is being made, its multivariant playlist gets more rungs than the first; players read it only once.
 * Looks now and then, and tells when there are more than the player knows.
 */
export function useJoiningRungs(growing: {
  /** Null once nothing joins any more */
  url: () => string | null
  /** How many the player knows; null while it has read nothing */
  known: () => number | null
  onMore: () => Promise<void>
}) {
  usePolling(
    async () => {
      const answer = await fetch(growing.url()!).catch(() => null)
      // What cannot be read now is looked at again, and the player itself tells when it cannot play
      if (!answer?.ok) return
      const rungs = (await answer.text()).match(/^#EXT-X-STREAM-INF/gm)?.length ?? 0
      const known = growing.known()
      if (known !== null && rungs > known) await growing.onMore()
    },
    () => growing.url() !== null && growing.known() !== null
  )
}
