import { boxesIn } from './boxes.js'

/**
 * What an `av01` sample entry says: the AV1 codec ISO media file format binding, 2.3.3 (av1C) and 5 (the codecs string
 * `av01.P.LLT.DD`).
 */
export function readAv1(bytes: Buffer, entry: { start: number; end: number }) {
  const configuration = boxesIn(bytes, entry.start + 78, entry.end).find(({ type }) => type === 'av1C')
  if (!configuration) throw new Error('an av01 entry without its configuration')
  const [first, second] = [bytes.readUInt8(configuration.start + 1), bytes.readUInt8(configuration.start + 2)]
  const profile = first >> 5
  const level = String(first & 0x1f).padStart(2, '0')
  const tier = second & 0x80 ? 'H' : 'M'
  const bitDepth = second & 0x40 ? (second & 0x20 ? 12 : 10) : 8
  const isSubsampledBothWays = (second & 0x0c) === 0x0c
  return {
    codecs: `av01.${profile}.${level}${tier}.${String(bitDepth).padStart(2, '0')}`,
    width: bytes.readUInt16BE(entry.start + 24),
    height: bytes.readUInt16BE(entry.start + 26),
    isEightBit420: bitDepth === 8 && isSubsampledBothWays,
  }
}
