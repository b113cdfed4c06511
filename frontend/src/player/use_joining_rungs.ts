import { watch } from 'vue'
import { usePolling } from '../studio/use_polling.js'

export interface Growing {
  url: () => string | null
  /** Whether the video is still being made */
  isGrowing: () => boolean
  /** How many rungs the player knows; null while it has read nothing */
  known: () => number | null
  onMore: () => void
}

/**
 * While a video is being made, its multivariant playlist gets more rungs than the first; players read it only once.
 * Looks now and then, and a last time when it is done, and tells when there are more than the player knows.
 */
export function useJoiningRungs({ url, isGrowing, known, onMore }: Growing) {
  let seen = 0

  /** @param isLast whether no more will come; else those that begin within a moment of each other join together */
  async function look(isLast: boolean) {
    const answer = await fetch(url()!).catch(() => null)
    // What cannot be read now is looked at again, and the player itself tells when it cannot play
    if (!answer?.ok) return
    const rungs = (await answer.text()).match(/^#EXT-X-STREAM-INF/gm)?.length ?? 0
    const isSettled = isLast || rungs === seen
    seen = rungs
    const knows = known()
    if (isSettled && knows !== null && rungs > knows) onMore()
  }

  const isNeeded = () => url() !== null && known() !== null
  usePolling(
    () => look(false),
    () => isGrowing() && isNeeded()
  )
  watch(isGrowing, (now, before) => {
    if (before && !now && isNeeded()) void look(true)
  })
}
