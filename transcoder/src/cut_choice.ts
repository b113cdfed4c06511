import { toNumber } from './frame_rate.js'
import { NotCopiable } from './not_copiable.js'
import type { VideoRung } from './plan.js'
import { longestCopiedSeconds, wantedFrames } from './segmentation.js'

/**
 * Pure: where the segments of a copied rung begin. It can be cut only at its own keyframes; of these
 * the nearest to the wanted lengths are taken, one after the other.
 *
 * @param starts frames at which a cut harms nothing, rising, the first one 0
 * @throws NotCopiable where a segment would become too long for seeking
 */
export function chooseCuts(
  starts: number[],
  { totalFrames, rung, lowFactor }: { totalFrames: number; rung: VideoRung; lowFactor: number }
): number[] {
  const longest = Math.round(longestCopiedSeconds * toNumber(rung.frameRate))
  // The slowest rung has no picture at a frame that it leaves out.
  const possible = [...starts.filter((start) => start % lowFactor === 0), totalFrames]
  const cuts: number[] = []
  let next = 0
  for (let from = 0; from < totalFrames;) {
    cuts.push(from)
    const wanted = from + wantedFrames(rung, cuts.length - 1)
    let best: number | null = null
    for (; next < possible.length && possible[next]! <= from + longest; next++) {
      const start = possible[next]!
      if (start <= from) continue
      if (best !== null && Math.abs(start - wanted) >= Math.abs(best - wanted)) break
      best = start
    }
    if (best === null) {
      const seconds = (possible[next]! - from) / toNumber(rung.frameRate)
      throw new NotCopiable('long_groups', `${seconds.toFixed(1)} s`)
    }
    from = best
  }
  return cuts
}
