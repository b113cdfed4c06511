interface Measured {
  durationSeconds: number
  sizeBytes: number
}

/**
 * BANDWIDTH of RFC 8216bis 4.4.6.2: the largest bit rate of any run of segments that lasts between
 * half and one and a half target durations; we also count every single segment, however short, so
 * that no reader finds one above the figure.
 */
export function peakBitrate(segments: Measured[], targetDurationSeconds: number): number {
  let peak = 0
  for (let first = 0; first < segments.length; first++) {
    let bits = 0
    let seconds = 0
    for (let last = first; last < segments.length; last++) {
      bits += segments[last]!.sizeBytes * 8
      seconds += segments[last]!.durationSeconds
      if (last > first && seconds > 1.5 * targetDurationSeconds) break
      if (seconds > 0 && (last === first || seconds >= 0.5 * targetDurationSeconds)) {
        peak = Math.max(peak, bits / seconds)
      }
    }
  }
  return Math.ceil(peak)
}

/** AVERAGE-BANDWIDTH: all bits over all seconds. */
export function averageBitrate(segments: Measured[]): number {
  const bits = segments.reduce((sum, { sizeBytes }) => sum + sizeBytes * 8, 0)
  const seconds = segments.reduce((sum, { durationSeconds }) => sum + durationSeconds, 0)
  return seconds > 0 ? Math.ceil(bits / seconds) : 0
}
