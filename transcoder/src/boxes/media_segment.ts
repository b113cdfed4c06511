import { type Box, boxesIn } from './boxes.js'

export interface SegmentFacts {
  startSeconds: number
  durationSeconds: number
  sampleCount: number
  /** From the segment's first byte to the last of its first sample, which is an IDR frame of a picture. */
  firstSampleEndBytes: number
}

/** Reads the exact start and length of a media segment of one track from its fragments' headers. */
export function readMediaSegment(bytes: Buffer, timescale: number): SegmentFacts {
  let start: number | null = null
  let ticks = 0
  let sampleCount = 0
  let firstSampleEndBytes = 0
  for (const fragment of boxesIn(bytes).filter(({ type }) => type === 'moof')) {
    for (const track of boxesIn(bytes, fragment.start, fragment.end).filter(({ type }) => type === 'traf')) {
      const inTrack = boxesIn(bytes, track.start, track.end)
      start ??= decodeTime(bytes, inTrack)
      const usual = usualSample(bytes, inTrack)
      for (const run of inTrack.filter(({ type }) => type === 'trun')) {
        const { count, duration, dataOffset, firstSize } = readRun(bytes, run, usual)
        if (sampleCount === 0) firstSampleEndBytes = fragment.offset + dataOffset + firstSize
        sampleCount += count
        ticks += duration
      }
    }
  }
  if (start === null || sampleCount === 0) throw new Error('a media segment without samples')
  return {
    startSeconds: start / timescale,
    durationSeconds: ticks / timescale,
    sampleCount,
    firstSampleEndBytes,
  }
}

/** tfdt, ISO/IEC 14496-12, 8.8.12. */
function decodeTime(bytes: Buffer, boxes: Box[]): number {
  const box = boxes.find(({ type }) => type === 'tfdt')
  if (!box) return 0
  const isLong = bytes.readUInt8(box.start) === 1
  return isLong ? Number(bytes.readBigUInt64BE(box.start + 4)) : bytes.readUInt32BE(box.start + 4)
}

/** tfhd, 8.8.7: duration and size of samples that do not say their own. */
function usualSample(bytes: Buffer, boxes: Box[]): { duration: number; size: number } {
  const box = boxes.find(({ type }) => type === 'tfhd')
  if (!box) return { duration: 0, size: 0 }
  const flags = bytes.readUIntBE(box.start + 1, 3)
  let offset = box.start + 8 + (flags & 0x01 ? 8 : 0) + (flags & 0x02 ? 4 : 0)
  const next = (flag: number) => {
    if (!(flags & flag)) return 0
    offset += 4
    return bytes.readUInt32BE(offset - 4)
  }
  return { duration: next(0x08), size: next(0x10) }
}

/** trun, 8.8.8: optional fields, in the order of their flags. */
function readRun(bytes: Buffer, box: Box, usual: { duration: number; size: number }) {
  const flags = bytes.readUIntBE(box.start + 1, 3)
  const count = bytes.readUInt32BE(box.start + 4)
  const dataOffset = flags & 0x01 ? bytes.readInt32BE(box.start + 8) : 0
  const first = box.start + 8 + (flags & 0x01 ? 4 : 0) + (flags & 0x04 ? 4 : 0)
  const firstSize = flags & 0x200 ? bytes.readUInt32BE(first + (flags & 0x100 ? 4 : 0)) : usual.size
  if (!(flags & 0x100)) return { count, duration: count * usual.duration, dataOffset, firstSize }
  const bytesPerSample = [0x100, 0x200, 0x400, 0x800].filter((flag) => flags & flag).length * 4
  let duration = 0
  for (let index = 0; index < count; index++) duration += bytes.readUInt32BE(first + index * bytesPerSample)
  return { count, duration, dataOffset, firstSize }
}
