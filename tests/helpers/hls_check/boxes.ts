/**
 * A reader of ISO base media boxes for the tests alone: it shares nothing with the one that the playlists are made by.
 * It reads every sample, so that what a playlist claims can be compared with the media itself.
 */
export interface InitSegment {
  /** RFC 6381, from the decoder's own configuration. */
  codecs: string
  ticksPerSecond: number
  width: number
  height: number
  /** Where in the track's time the presentation begins (edit list), in ticks. */
  startTicks: number
}

export interface Sample {
  decodeTicks: number
  shownTicks: number
  durationTicks: number
  /** Within the segment. */
  offset: number
  sizeBytes: number
}

interface Box {
  type: string
  body: DataView
  offset: number
  end: number
}

const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
const within = (whole: DataView, from: number, to = whole.byteLength) =>
  new DataView(whole.buffer, whole.byteOffset + from, to - from)

function* boxes(whole: DataView): Generator<Box> {
  for (let at = 0; at < whole.byteLength;) {
    const size = whole.getUint32(at)
    if (size < 8 || at + size > whole.byteLength)
      throw new Error(`a box of ${size} bytes at ${at} does not fit`)
    const type = String.fromCharCode(...[4, 5, 6, 7].map((index) => whole.getUint8(at + index)))
    yield { type, body: within(whole, at + 8, at + size), offset: at, end: at + size }
    at += size
  }
}

function inner(whole: DataView, ...path: string[]): DataView {
  const found = path.reduce<DataView | undefined>(
    (at, type) => at && [...boxes(at)].find((box) => box.type === type)?.body,
    whole
  )
  if (!found) throw new Error(`no box ${path.join('/')}`)
  return found
}

export function readInit(bytes: Uint8Array): InitSegment {
  const track = inner(view(bytes), 'moov', 'trak')
  const header = inner(track, 'mdia', 'mdhd')
  const ticksPerSecond = header.getUint32(header.getUint8(0) === 1 ? 20 : 12)
  const [entry] = boxes(within(inner(track, 'mdia', 'minf', 'stbl', 'stsd'), 8))
  const common = { ticksPerSecond, startTicks: editStart(track) }
  if (entry?.type === 'avc1') {
    const configuration = inner(within(entry.body, 78), 'avcC')
    const hex = [1, 2, 3].map((at) => configuration.getUint8(at).toString(16).padStart(2, '0'))
    const [width, height] = [entry.body.getUint16(24), entry.body.getUint16(26)]
    return { ...common, codecs: `avc1.${hex.join('')}`, width, height }
  }
  if (entry?.type === 'mp4a') {
    const descriptors = inner(within(entry.body, 28), 'esds')
    return { ...common, codecs: `mp4a.40.${audioObjectType(descriptors)}`, width: 0, height: 0 }
  }
  throw new Error(`a sample entry ${entry?.type} is not expected`)
}

/** elst: media time of the one entry; an empty edit or a second one would be a trap for players. */
function editStart(track: DataView): number {
  const edits = [...boxes(track)].find(({ type }) => type === 'edts')
  if (!edits) return 0
  const list = inner(edits.body, 'elst')
  if (list.getUint32(4) !== 1) throw new Error(`${list.getUint32(4)} edits`)
  const start = list.getUint8(0) === 1 ? Number(list.getBigInt64(16)) : list.getInt32(12)
  if (start < 0) throw new Error('an empty edit')
  return start
}

/** The five high bits of the audio configuration, which follows the tag 5 of ISO/IEC 14496-1. */
function audioObjectType(esds: DataView): number {
  const bytes = new Uint8Array(esds.buffer, esds.byteOffset, esds.byteLength)
  for (let at = 4; at < bytes.length; at++) {
    if (bytes[at] !== 0x05) continue
    let next = at + 1
    while (bytes[next]! & 0x80) next++
    // Within the descriptor of tag 4, which ends with it: object type, flags, buffer and rates are 13 bytes.
    if (bytes[next]! >= 2 && bytes[next]! <= 8) return bytes[next + 1]! >> 3
  }
  throw new Error('no audio configuration')
}

/** All samples of a segment (ISO/IEC 14496-12, 8.8), with the times that its fragments say. */
export function readSamples(bytes: Uint8Array): Sample[] {
  const samples: Sample[] = []
  for (const moof of boxes(view(bytes))) {
    if (moof.type !== 'moof') continue
    const tracks = [...boxes(moof.body)].filter(({ type }) => type === 'traf')
    if (tracks.length !== 1) throw new Error(`${tracks.length} tracks in one fragment`)
    const { body } = tracks[0]!
    const usual = usualSample(inner(body, 'tfhd'))
    const time = inner(body, 'tfdt')
    let ticks = time.getUint8(0) === 1 ? Number(time.getBigUint64(4)) : time.getUint32(4)
    for (const run of boxes(body)) {
      if (run.type !== 'trun') continue
      for (const sample of runSamples(run.body, usual, moof.offset, ticks)) {
        samples.push(sample)
        ticks += sample.durationTicks
      }
    }
  }
  return samples
}

function usualSample(tfhd: DataView) {
  const flags = tfhd.getUint32(0) & 0xffffff
  let at = 8 + (flags & 1 ? 8 : 0) + (flags & 2 ? 4 : 0)
  const next = (flag: number) => (flags & flag ? tfhd.getUint32((at += 4) - 4) : 0)
  return { durationTicks: next(8), sizeBytes: next(16) }
}

function* runSamples(
  run: DataView,
  usual: { durationTicks: number; sizeBytes: number },
  fragmentOffset: number,
  firstTicks: number
): Generator<Sample> {
  const flags = run.getUint32(0) & 0xffffff
  let at = 8
  const next = (flag: number, otherwise: number) => (flags & flag ? run.getUint32((at += 4) - 4) : otherwise)
  let offset = fragmentOffset + next(1, 0)
  next(4, 0)
  let ticks = firstTicks
  for (let left = run.getUint32(4); left > 0; left--) {
    const durationTicks = next(0x100, usual.durationTicks)
    const sizeBytes = next(0x200, usual.sizeBytes)
    next(0x400, 0)
    // Version 1 composition offsets are signed.
    const laterTicks = next(0x800, 0) | 0
    yield { decodeTicks: ticks, shownTicks: ticks + laterTicks, durationTicks, offset, sizeBytes }
    ticks += durationTicks
    offset += sizeBytes
  }
}

/** Types of the NAL units of an AVC sample whose lengths are four bytes: 5 is a slice of an IDR picture, 1 of another. */
export function nalTypes(bytes: Uint8Array, { offset, sizeBytes }: Sample): number[] {
  const types: number[] = []
  const sample = view(bytes.subarray(offset, offset + sizeBytes))
  for (let at = 0; at < sample.byteLength; at += 4 + sample.getUint32(at))
    types.push(sample.getUint8(at + 4) & 31)
  return types
}
