import type { VideoRung } from './plan.js'

/** Length of a segment. RFC 8216bis leaves it open; Apple recommends 6 s, we take 4 for quicker seeking. */
export const segmentSeconds = 4

/** A copied rung can only be cut at the source's keyframes; longer segments would make seeking slow. */
export const longestCopiedSeconds = 6.1

/**
 * When an encoder must start a new segment, for ffmpeg's `-force_key_frames`. Usually as an expression
 * over the frame number n: every whole segment, and within the first one after an eighth, a quarter and
 * a half (0.5, 0.5, 1, 2 s), so that there is something to play sooner. Counted in frames, it cannot
 * drift from one rung to another. Beside a copied rung it is a list of times, each a little before its frame.
 */
export function keyframesOf({ segmentFrames, openingFrames, cutFrames, frameRate }: VideoRung): string {
  if (cutFrames) {
    const seconds = (frame: number) => ((frame - 0.4) * frameRate.denominator) / frameRate.numerator
    return cutFrames.map((frame) => Math.max(0, seconds(frame)).toFixed(3)).join(',')
  }
  const opening = openingTimes.map((times) => `eq(n,${times * openingFrames})`)
  return `expr:${opening.join('+')}+not(mod(n,${segmentFrames}))`
}

/** Wanted length of a segment by its place, from 0. */
export function wantedFrames({ segmentFrames, openingFrames }: VideoRung, place: number): number {
  const starts = [0, ...openingTimes.map((times) => times * openingFrames), segmentFrames]
  return place < starts.length - 1 ? starts[place + 1]! - starts[place]! : segmentFrames
}

/** Longest segment that may come, in frames. */
export function longestFrames({ segmentFrames, cutFrames, frameRate }: VideoRung): number {
  const longestCopied = (longestCopiedSeconds * frameRate.numerator) / frameRate.denominator
  return cutFrames ? Math.ceil(longestCopied) : segmentFrames
}

/** In the first whole segment, a segment begins after so many times `openingFrames`. */
const openingTimes = [1, 2, 4]

/** Frames of the shortest segments at the start, of which 1, 2 and 4 times begin a segment. */
export function openingFramesOf(segmentFrames: number): number {
  return Math.max(1, Math.round(segmentFrames / 8))
}
