/** One encode: bits of its pictures a second, and its SSIM over all planes (1 is the same picture). */
export interface Point {
  bitrateBps: number
  ssim: number
}

/** One rung of one video: what we made of it, and the same at shares of the fixed ladder's rate. */
export interface Compared {
  video: string
  ours: Point
  /** By rising `share` of the published rate. */
  fixed: (Point & { share: number })[]
}

/** Pure: what the fixed ladder makes of one video at a share of its rates, between those that were encoded. */
export function fixedAt({ fixed }: Compared, share: number): Point {
  const above = fixed.findIndex((point) => point.share >= share)
  if (above === 0) return fixed[0]!
  if (above === -1) return fixed.at(-1)!
  const [low, high] = [fixed[above - 1]!, fixed[above]!]
  const part = Math.log(share / low.share) / Math.log(high.share / low.share)
  return {
    bitrateBps: low.bitrateBps * (high.bitrateBps / low.bitrateBps) ** part,
    ssim: low.ssim + (high.ssim - low.ssim) * part,
  }
}

/** Pure: the one share of the published rate, for all videos, at which a measure of the fixed rungs is that of ours. */
export function shareOfEqual(videos: Compared[], measure: (ssim: number[]) => number): number {
  const wanted = measure(videos.map(({ ours }) => ours.ssim))
  let [low, high] = [videos[0]!.fixed[0]!.share, videos[0]!.fixed.at(-1)!.share]
  for (let step = 0; step < 40; step++) {
    const middle = Math.sqrt(low * high)
    if (measure(videos.map((video) => fixedAt(video, middle).ssim)) < wanted) low = middle
    else high = middle
  }
  return Math.sqrt(low * high)
}

export function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
