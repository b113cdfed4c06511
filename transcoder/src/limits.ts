/** What a source may ask of the machine. Headers lie, so each is checked again while encoding. */
export const limits = {
  /** 8K: the largest picture that is decoded (35 MPixel holds 8192 × 4320). */
  pixels: 35_400_000,
  sideLength: 16_384,
  durationSeconds: 4 * 3600,
  streams: 64,
  /** Address space of one ffmpeg: five x264 encoders on a 4K source stay below half of it. */
  memoryKib: 8 * 1024 * 1024,
  /** Of one file: four hours at the highest rung's cap, and again as much. */
  fileBytes: 16 * 1024 ** 3,
  /** No picture, sound or byte made in this much processor time: the process hangs. */
  stallSeconds: 90,
  probeSeconds: 60,
  niceness: 10,
  /** For what somebody waits for. */
  firstNiceness: 5,
  /** For what nobody waits for. */
  leastNiceness: 19,
} as const

/**
 * How long an encode may take: a constant for starting plus a share of the length that a slow,
 * shared machine still keeps (about 1/40 of real time).
 */
export function timeLimitSeconds(durationSeconds: number): number {
  return 900 + 40 * durationSeconds
}

/** How many bytes the outputs may take: twice what their caps allow, plus room for headers. */
export function outputLimitBytes(totalBitrateBps: number, durationSeconds: number): number {
  return Math.ceil((2 * totalBitrateBps * (durationSeconds + 60)) / 8) + 64 * 1024 * 1024
}
