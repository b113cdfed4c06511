import { readAv1 } from './av1_entry.js'
import { boxAt, boxesIn } from './boxes.js'

export interface InitFacts {
  /** RFC 6381, such as `avc1.64001f`, `av01.0.08M.08` or `mp4a.40.2`. */
  codecs: string
  /** Ticks a second of the track's clock. */
  timescale: number
  /** Of the coded picture; 0 for sound. */
  width: number
  height: number
  isEightBit420: boolean
}

/** Reads an initialization segment of one track. Throws where it is none of ours. */
export function readInitSegment(bytes: Buffer): InitFacts {
  const header = boxAt(bytes, 'moov/trak/mdia/mdhd')
  const description = boxAt(bytes, 'moov/trak/mdia/minf/stbl/stsd')
  if (!header || !description) throw new Error('an initialization segment without a described track')
  const isLong = bytes.readUInt8(header.start) === 1
  const timescale = bytes.readUInt32BE(header.start + (isLong ? 20 : 12))
  // Full box header and entry count come before the entries.
  const entry = boxesIn(bytes, description.start + 8, description.end)[0]
  if (!entry) throw new Error('an initialization segment without a sample entry')
  if (entry.type === 'avc1') return { timescale, ...readAvc(bytes, entry) }
  if (entry.type === 'av01') return { timescale, ...readAv1(bytes, entry) }
  if (entry.type === 'mp4a') {
    return { timescale, codecs: aacCodecs(bytes, entry), width: 0, height: 0, isEightBit420: false }
  }
  throw new Error(`a sample entry of type ${entry.type} was not expected`)
}

/** Profiles whose streams are 8-bit 4:2:0 by definition: Baseline, Main, Extended, High. */
const plainProfiles = [66, 77, 88, 100]

/** ISO/IEC 14496-15, 5.3.3.1: profile, constraints and level are bytes 1 to 3 of the configuration. */
function readAvc(bytes: Buffer, entry: { start: number; end: number }) {
  const configuration = boxesIn(bytes, entry.start + 78, entry.end).find(({ type }) => type === 'avcC')
  if (!configuration) throw new Error('an avc1 entry without its configuration')
  return {
    codecs: `avc1.${bytes.toString('hex', configuration.start + 1, configuration.start + 4)}`,
    // ISO/IEC 14496-12, 12.1.3: after the sample entry's 8 bytes and 16 reserved ones.
    width: bytes.readUInt16BE(entry.start + 24),
    height: bytes.readUInt16BE(entry.start + 26),
    isEightBit420: plainProfiles.includes(bytes.readUInt8(configuration.start + 1)),
  }
}

/** ISO/IEC 14496-1, 7.2.6: the object type is in the decoder's own description, tag 5. */
function aacCodecs(bytes: Buffer, entry: { start: number; end: number }): string {
  const descriptors = boxesIn(bytes, entry.start + 28, entry.end).find(({ type }) => type === 'esds')
  if (!descriptors) throw new Error('an mp4a entry without its descriptors')
  let offset = descriptors.start + 4
  while (offset < descriptors.end) {
    const tag = bytes.readUInt8(offset++)
    // The length is spread over bytes of seven bits; we only need to pass it.
    while (bytes.readUInt8(offset++) & 0x80);
    if (tag === 0x03) offset += 3
    else if (tag === 0x04) offset += 13
    else if (tag === 0x05) return `mp4a.40.${bytes.readUInt8(offset) >> 3}`
    else break
  }
  throw new Error('an mp4a entry that does not say its object type')
}
