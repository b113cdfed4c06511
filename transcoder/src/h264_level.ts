/** ITU-T H.264, table A-1: macroblocks a second, macroblocks a frame, kbit/s (High: × 1.25). */
const levels = [
  { level: '3.0', perSecond: 40_500, perFrame: 1_620, kilobits: 12_500 },
  { level: '3.1', perSecond: 108_000, perFrame: 3_600, kilobits: 17_500 },
  { level: '3.2', perSecond: 216_000, perFrame: 5_120, kilobits: 25_000 },
  { level: '4.0', perSecond: 245_760, perFrame: 8_192, kilobits: 25_000 },
  { level: '4.2', perSecond: 522_240, perFrame: 8_704, kilobits: 62_500 },
  { level: '5.0', perSecond: 589_824, perFrame: 22_080, kilobits: 168_750 },
  { level: '5.1', perSecond: 983_040, perFrame: 36_864, kilobits: 300_000 },
  { level: '5.2', perSecond: 2_073_600, perFrame: 36_864, kilobits: 300_000 },
] as const

/** Pure: the lowest level (from 3.0, which every player has) that a stream fits. */
export function levelFor(stream: {
  width: number
  height: number
  framesPerSecond: number
  bitrateBps: number
}): string {
  const across = Math.ceil(stream.width / 16)
  const down = Math.ceil(stream.height / 16)
  const fitting = levels.find(
    ({ perSecond, perFrame, kilobits }) =>
      across * down <= perFrame &&
      // A.3.1: neither side may exceed √(8 × the frame's limit).
      Math.max(across, down) <= Math.sqrt(8 * perFrame) &&
      across * down * stream.framesPerSecond <= perSecond &&
      stream.bitrateBps <= kilobits * 1000
  )
  return (fitting ?? levels.at(-1)!).level
}
