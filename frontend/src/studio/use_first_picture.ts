import type { Video } from '../api/types.js'

const QUICKEST_MS = 100
const QUICK_MS = 250
const USUAL_MS = 2000
/** The first picture usually takes between one and three seconds; reads are limited per address. */
const QUICKEST_FOR_MS = 3000
/** Longer than that it waits behind others: nothing is gained by asking often. */
const QUICK_FOR_MS = 8000

/**
 * How often to ask after a video: often in the moments between its last byte and its first picture, then now and then.
 */
export function useFirstPicture(video: () => Video | null): () => number {
  let since: number | null = null
  return () => {
    const now = video()
    const awaited = !now || (now.status === 'processing' && !now.playback.hlsUrl)
    if (!awaited) return USUAL_MS
    since ??= performance.now()
    const waitedMs = performance.now() - since
    if (waitedMs < QUICKEST_FOR_MS) return QUICKEST_MS
    return waitedMs < QUICK_FOR_MS ? QUICK_MS : USUAL_MS
  }
}
