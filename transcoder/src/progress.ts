/** One `-progress` block of ffmpeg. */
export interface ProgressReport {
  frames: number
  outputSeconds: number
  /** ffmpeg says so in its last block. */
  ended: boolean
}

/**
 * Reads ffmpeg's stderr line by line. Returns a report when a block is complete, null inside a
 * block, undefined for a line that is not progress (a message of ffmpeg's).
 */
export function progressReader(): (line: string) => ProgressReport | null | undefined {
  let frames = 0
  let outputSeconds = 0
  return (line) => {
    const match = /^([a-z0-9_]+)=\s*(\S*)\s*$/.exec(line)
    if (!match) return undefined
    const [, key, value = ''] = match
    if (key === 'frame') frames = Number.parseInt(value, 10) || frames
    // N/A until something was written, and negative for the encoder's lead-in.
    if (key === 'out_time_us')
      outputSeconds = Math.max(outputSeconds, (Number.parseInt(value, 10) || 0) / 1e6)
    if (key !== 'progress') return null
    return { frames, outputSeconds, ended: value === 'end' }
  }
}
