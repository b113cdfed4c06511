import type { VideoStatistics } from '../api/types.js'

/** Of fewer viewings a curve says more of the one than of the many. */
const FEWEST_VIEWINGS = 1

/** For each part of the duration the share (0 to 1) of viewings in which it was watched; empty where there are too few. */
export function sharesOf({ viewings, parts }: VideoStatistics['retention']): number[] {
  if (viewings < FEWEST_VIEWINGS) return []
  // A viewing over midnight of a month's end tells its parts in another month than its beginning
  return parts.map((count) => Math.min(1, count / viewings))
}
