import { NotCopiable } from '../not_copiable.js'
import { type Box, boxAt, boxesIn } from './boxes.js'

/** Every sample of one H.264 track, in decoding order, as a plain (unfragmented) MP4 lists them. */
export interface SampleTable {
  /** Ticks a second of `decodeTicks` and `shownTicks`. */
  timescale: number
  /** Of the coded picture, as the sample entry says. */
  width: number
  height: number
  /** Payload of `avcC`: parameter sets, and how long a NAL unit's length field is. */
  configuration: Buffer
  edits: { durationSeconds: number; mediaTicks: number; isPlainRate: boolean }[]
  /** Where each sample lies in the file. */
  offsets: Float64Array
  sizes: Uint32Array
  decodeTicks: Float64Array
  shownTicks: Float64Array
  /** Indexes of the samples from which decoding may begin. */
  keyframes: number[]
}

/** Four hours at 60 a second, and some. A longer list is of no file that we take. */
const mostSamples = 900_000
/** ISO/IEC 14496-12, 8.6.6: an empty edit has this as its media time. */
const emptyEdit = -1

/**
 * Reads ISO/IEC 14496-12's sample tables. Pure; every count is held against the bytes that are there.
 *
 * @param bytes a whole `moov` box
 * @throws NotCopiable where the track is not listed in the plain way
 */
export function readSampleTable(bytes: Buffer, trackId: number): SampleTable {
  if (boxAt(bytes, 'moov/mvex')) throw new NotCopiable('fragmented')
  const movie = need(boxAt(bytes, 'moov'), 'moov')
  const track = boxesIn(bytes, movie.start, movie.end)
    .filter(({ type }) => type === 'trak')
    .find((one) => idOf(bytes, child(bytes, one, 'tkhd')) === trackId)
  if (!track) throw new NotCopiable('container', `no track ${trackId}`)
  const media = child(bytes, track, 'mdia')
  const table = child(bytes, child(bytes, media, 'minf'), 'stbl')
  const timescale = timescaleOf(bytes, child(bytes, media, 'mdhd'))
  const entry = entryOf(bytes, child(bytes, table, 'stsd'))
  const sizes = readSizes(bytes, child(bytes, table, 'stsz'))
  const decodeTicks = readDecodeTimes(bytes, child(bytes, table, 'stts'), sizes.length)
  return {
    timescale,
    ...entry,
    edits: readEdits(bytes, track, timescaleOf(bytes, child(bytes, movie, 'mvhd'))),
    offsets: readOffsets(bytes, table, sizes),
    sizes,
    decodeTicks,
    shownTicks: readShownTimes(bytes, optional(bytes, table, 'ctts'), decodeTicks),
    keyframes: readKeyframes(bytes, optional(bytes, table, 'stss'), sizes.length),
  }
}

function optional(bytes: Buffer, parent: Box, type: string): Box | null {
  return boxesIn(bytes, parent.start, parent.end).find((box) => box.type === type) ?? null
}

function child(bytes: Buffer, parent: Box, type: string): Box {
  return need(optional(bytes, parent, type), type)
}

function need(box: Box | null, type: string): Box {
  if (!box || box.end - box.start < 8) throw new NotCopiable('index_damaged', type)
  return box
}

function idOf(bytes: Buffer, header: Box): number {
  return bytes.readUInt32BE(header.start + (bytes.readUInt8(header.start) === 1 ? 20 : 12))
}

function timescaleOf(bytes: Buffer, header: Box): number {
  const timescale = bytes.readUInt32BE(header.start + (bytes.readUInt8(header.start) === 1 ? 20 : 12))
  if (timescale === 0) throw new NotCopiable('index_damaged', header.type)
  return timescale
}

/** 8.5.2 and 12.1.3; ISO/IEC 14496-15, 5.3.4. */
function entryOf(bytes: Buffer, description: Box) {
  const entries = boxesIn(bytes, description.start + 8, description.end)
  const [entry] = entries
  if (entries.length !== 1) throw new NotCopiable('parameters_change')
  if (entry!.type !== 'avc1') throw new NotCopiable('codec', entry!.type)
  const configuration = boxesIn(bytes, entry!.start + 78, entry!.end).find(({ type }) => type === 'avcC')
  if (!configuration || configuration.end - configuration.start < 7)
    throw new NotCopiable('index_damaged', 'avcC')
  return {
    width: bytes.readUInt16BE(entry!.start + 24),
    height: bytes.readUInt16BE(entry!.start + 26),
    configuration: bytes.subarray(configuration.start, configuration.end),
  }
}

/** The rows of a table box whose count stands after its version and flags. */
function rowsOf(bytes: Buffer, box: Box, rowBytes: number, headerBytes = 8) {
  const count = bytes.readUInt32BE(box.start + headerBytes - 4)
  const first = box.start + headerBytes
  if (count > mostSamples || first + count * rowBytes > box.end) {
    throw new NotCopiable('index_damaged', box.type)
  }
  return { count, at: (row: number, field = 0) => bytes.readUInt32BE(first + row * rowBytes + field * 4) }
}

/** stsz, 8.7.3.2. */
function readSizes(bytes: Buffer, box: Box): Uint32Array {
  const common = bytes.readUInt32BE(box.start + 4)
  const rows = rowsOf(bytes, box, common > 0 ? 0 : 4, 12)
  if (rows.count === 0) throw new NotCopiable('index_damaged', 'stsz')
  return Uint32Array.from({ length: rows.count }, (_, index) => common || rows.at(index))
}

/** stts, 8.6.1.2. */
function readDecodeTimes(bytes: Buffer, box: Box, samples: number): Float64Array {
  const rows = rowsOf(bytes, box, 8)
  const times = new Float64Array(samples)
  let sample = 0
  let ticks = 0
  for (let row = 0; row < rows.count; row++) {
    for (let left = rows.at(row); left > 0 && sample < samples; left--, ticks += rows.at(row, 1)) {
      times[sample++] = ticks
    }
  }
  if (sample < samples) throw new NotCopiable('index_damaged', 'stts')
  return times
}

/** ctts, 8.6.1.3: offsets are signed in practice, whatever the version says. */
function readShownTimes(bytes: Buffer, box: Box | null, decodeTicks: Float64Array): Float64Array {
  if (!box) return decodeTicks
  const rows = rowsOf(bytes, box, 8)
  const times = new Float64Array(decodeTicks.length)
  let sample = 0
  for (let row = 0; row < rows.count; row++) {
    const offset = rows.at(row, 1) | 0
    for (let left = rows.at(row); left > 0 && sample < times.length; left--, sample++) {
      times[sample] = decodeTicks[sample]! + offset
    }
  }
  if (sample < times.length) throw new NotCopiable('index_damaged', 'ctts')
  return times
}

/** stss, 8.6.2: without it every sample is one from which decoding may begin. */
function readKeyframes(bytes: Buffer, box: Box | null, samples: number): number[] {
  if (!box) return Array.from({ length: samples }, (_, index) => index)
  const rows = rowsOf(bytes, box, 4)
  return Array.from({ length: rows.count }, (_, row) => rows.at(row) - 1)
}

/** stsc, stco and co64, 8.7.4 and 8.7.5: samples lie side by side in chunks. */
function readOffsets(bytes: Buffer, table: Box, sizes: Uint32Array): Float64Array {
  const long = optional(bytes, table, 'co64')
  const chunks = rowsOf(bytes, long ?? child(bytes, table, 'stco'), long ? 8 : 4)
  const runs = rowsOf(bytes, child(bytes, table, 'stsc'), 12)
  const offsets = new Float64Array(sizes.length)
  let sample = 0
  let run = 0
  for (let chunk = 0; chunk < chunks.count && sample < sizes.length; chunk++) {
    while (run + 1 < runs.count && runs.at(run + 1) <= chunk + 1) run++
    let offset = long ? chunks.at(chunk) * 2 ** 32 + chunks.at(chunk, 1) : chunks.at(chunk)
    for (let left = runs.count > 0 ? runs.at(run, 1) : 0; left > 0 && sample < sizes.length; left--) {
      offsets[sample] = offset
      offset += sizes[sample++]!
    }
  }
  if (sample < sizes.length) throw new NotCopiable('index_damaged', 'stsc')
  return offsets
}

/** elst, 8.6.6. Empty edits come out with a media time of −1. */
function readEdits(bytes: Buffer, track: Box, movieTimescale: number): SampleTable['edits'] {
  const container = optional(bytes, track, 'edts')
  const box = container && optional(bytes, container, 'elst')
  if (!box) return []
  const isLong = bytes.readUInt8(box.start) === 1
  const rows = rowsOf(bytes, box, isLong ? 20 : 12)
  return Array.from({ length: Math.min(rows.count, 4) }, (_, row) => {
    const ticks = isLong ? rows.at(row) * 2 ** 32 + rows.at(row, 1) : rows.at(row)
    const [high, low] = [rows.at(row, 2), rows.at(row, isLong ? 3 : 1)]
    const mediaTicks = isLong ? (high | 0) * 2 ** 32 + low : low | 0
    return {
      durationSeconds: ticks / movieTimescale,
      mediaTicks: mediaTicks < 0 ? emptyEdit : mediaTicks,
      isPlainRate: rows.at(row, isLong ? 4 : 2) === 0x10000,
    }
  })
}
