/** From one second to another somebody may be speaking: it is not silent. */
export interface Span {
  startSeconds: number
  endSeconds: number
}

/** Shorter silences are those between words. */
const shortestPauseSeconds = 0.3
/** Shorter sounds are clicks. */
const shortestSoundSeconds = 0.15

/**
 * Where it is not silent, by the loudness of the film itself: what lies a good part above its quietest tenth. Music under
 * the speech hides its pauses; a draft then follows the length of the words alone.
 */
export function speechSpans(peaks: Uint8Array, peaksPerSecond: number): Span[] {
  if (peaks.length === 0) return []
  const sorted = peaks.toSorted()
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))]!
  const threshold = Math.max(40, at(0.1) + 0.4 * (at(0.9) - at(0.1)))
  const spans: Span[] = []
  peaks.forEach((peak, index) => {
    if (peak < threshold) return
    const [startSeconds, endSeconds] = [index / peaksPerSecond, (index + 1) / peaksPerSecond]
    const last = spans.at(-1)
    if (last && startSeconds - last.endSeconds < shortestPauseSeconds) last.endSeconds = endSeconds
    else spans.push({ startSeconds, endSeconds })
  })
  return spans.filter((span) => span.endSeconds - span.startSeconds >= shortestSoundSeconds)
}
