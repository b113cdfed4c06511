/** Kinds of NAL units, ITU-T H.264, table 7-1. */
const slice = 1
const instantRefresh = 5
const sequenceParameters = 7
const pictureParameters = 8

export interface AvcConfiguration {
  lengthBytes: number
  /** Sequence and picture parameter sets, in any order. */
  parameterSets: Buffer[]
}

/** ISO/IEC 14496-15, 5.3.3.1: the payload of an `avcC` box. Throws RangeError where it is cut short. */
export function readAvcConfiguration(bytes: Buffer): AvcConfiguration {
  const parameterSets: Buffer[] = []
  let offset = 5
  for (const mask of [0x1f, 0xff]) {
    for (let left = bytes.readUInt8(offset++) & mask; left > 0; left--) {
      const length = bytes.readUInt16BE(offset)
      if (offset + 2 + length > bytes.length) throw new RangeError('a parameter set that is cut short')
      parameterSets.push(bytes.subarray(offset + 2, offset + 2 + length))
      offset += 2 + length
    }
  }
  return { lengthBytes: (bytes.readUInt8(4) & 3) + 1, parameterSets }
}

/**
 * What a sample that is said to be a keyframe is: `instant` (IDR: nothing after it refers to what is
 * before), `open` (another picture), `changed` (it brings other parameters than the configuration's),
 * or `damaged`. Looks no further than its first slice.
 *
 * @param bytes the beginning of the sample
 */
export function keyframeKind(
  bytes: Buffer,
  { lengthBytes, parameterSets }: AvcConfiguration
): 'instant' | 'open' | 'changed' | 'damaged' {
  for (let offset = 0; offset + lengthBytes < bytes.length;) {
    const start = offset + lengthBytes
    const length = bytes.readUIntBE(offset, lengthBytes)
    const type = bytes.readUInt8(start) & 0x1f
    if (type === instantRefresh) return 'instant'
    if (type >= slice && type < instantRefresh) return 'open'
    if (type === sequenceParameters || type === pictureParameters) {
      const brought = bytes.subarray(start, start + length)
      if (!parameterSets.some((known) => known.equals(brought))) return 'changed'
    }
    offset = start + length
  }
  return 'damaged'
}
