import type { VideoRung } from './plan.js'

/** Length of a segment. RFC 8216bis leaves it open; Apple recommends 6 s, we take 4 for quicker seeking. */
export const segmentSeconds = 4

/**
 * When an encoder must start a new segment, as ffmpeg's expression over the frame number n: every
 * whole segment, and within the first one after a quarter and a half (1 s, 1 s, 2 s), so that there
 * is something to play sooner. Counted in frames, it cannot drift from one rung to another.
 */
export function keyframeExpression({ segmentFrames, openingFrames }: VideoRung): string {
  return `expr:eq(n,${openingFrames})+eq(n,${2 * openingFrames})+not(mod(n,${segmentFrames}))`
}
