import { box, fullBox, long, text, words } from './writing.js'

export interface WrittenSample {
  sizeBytes: number
  /** How much later than decoded it is shown; not negative. */
  offsetTicks: number
  isKeyframe: boolean
}

/** 8.8.3.1: whether others refer to it, and whether decoding may begin here. */
const flags = { keyframe: 0x02000000, other: 0x01010000 } as const
/** Bits of tfhd and trun: which fields are there. */
const [baseIsMoof, usualDuration] = [0x020000, 0x08]
const [dataOffset, ownSize, ownFlags, ownOffset] = [0x01, 0x200, 0x400, 0x800]
const trackId = 1

/**
 * What stands before the samples' bytes in a media segment of one fragment (ISO/IEC 14496-12, 8.8):
 * `styp`, `moof` and the header of `mdat`.
 */
export function pictureSegmentHead(segment: {
  sequence: number
  startTicks: number
  /** Of every sample. */
  durationTicks: number
  samples: WrittenSample[]
}): Buffer {
  const mediaBytes = segment.samples.reduce((total, { sizeBytes }) => total + sizeBytes, 0)
  const type = box('styp', text('msdh'), words(0), text('msdhmsixcmfc'))
  // The offset of the data is counted from the moof, whose own length does not depend on it.
  const length = fragment(segment, 0).length
  const media = Buffer.alloc(8)
  media.writeUInt32BE(mediaBytes + 8)
  media.write('mdat', 4, 'latin1')
  return Buffer.concat([type, fragment(segment, length + 8), media])
}

function fragment(segment: Parameters<typeof pictureSegmentHead>[0], offset: number): Buffer {
  const { sequence, startTicks, durationTicks, samples } = segment
  const rows = samples.map(({ sizeBytes, offsetTicks, isKeyframe }) =>
    words(sizeBytes, isKeyframe ? flags.keyframe : flags.other, offsetTicks)
  )
  return box(
    'moof',
    fullBox('mfhd', 0, 0, words(sequence)),
    box(
      'traf',
      fullBox('tfhd', 0, baseIsMoof | usualDuration, words(trackId, durationTicks)),
      fullBox('tfdt', 1, 0, long(startTicks)),
      fullBox('trun', 0, dataOffset | ownSize | ownFlags | ownOffset, words(samples.length, offset), ...rows)
    )
  )
}
