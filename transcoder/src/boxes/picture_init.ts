import { box, fullBox, halves, text, words } from './writing.js'

/** 16.16 numbers of a matrix that leaves the picture as it is, ISO/IEC 14496-12, 6.2.2. */
const upright = words(0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000)
/** The language `und`, five bits a letter less 0x60. */
const undetermined = 0x55c4
const trackId = 1

/**
 * An initialization segment (CMAF, ISO/IEC 23000-19, 7.3) for one H.264 track. The first picture is
 * shown at 0: the reordering delay is its one edit.
 *
 * @param timescale ticks a second; `delayTicks` are counted in them
 * @param configuration payload of the source's `avcC`
 */
export function pictureInit(track: {
  width: number
  height: number
  timescale: number
  delayTicks: number
  configuration: Buffer
}): Buffer {
  return Buffer.concat([
    box('ftyp', text('iso6'), words(0), text('iso6cmfcmp41')),
    box('moov', movieHeader(), box('trak', ...trackBoxes(track)), box('mvex', trackDefaults())),
  ])
}

type Track = Parameters<typeof pictureInit>[0]

function movieHeader(): Buffer {
  const [rate, volume] = [0x10000, 0x0100]
  const reserved = Buffer.alloc(10)
  const times = words(0, 0, 1000, 0)
  return fullBox(
    'mvhd',
    0,
    0,
    times,
    words(rate),
    halves(volume),
    reserved,
    upright,
    Buffer.alloc(24),
    words(2)
  )
}

function trackBoxes(track: Track): Buffer[] {
  const { width, height, timescale, delayTicks } = track
  const [enabledInMovie, layerToVolume] = [3, Buffer.alloc(16)]
  const size = words(width << 16, height << 16)
  const handler = [words(0), text('vide'), Buffer.alloc(12), text('VideoHandler\0')]
  return [
    fullBox('tkhd', 0, enabledInMovie, words(0, 0, trackId, 0, 0), layerToVolume, upright, size),
    // A length of 0 means, in a fragmented file: to the end.
    box('edts', fullBox('elst', 0, 0, words(1, 0, delayTicks, 0x10000))),
    box(
      'mdia',
      fullBox('mdhd', 0, 0, words(0, 0, timescale, 0), halves(undetermined, 0)),
      fullBox('hdlr', 0, 0, ...handler),
      box('minf', fullBox('vmhd', 0, 1, Buffer.alloc(8)), dataInformation(), sampleTables(track))
    ),
  ]
}

/** The media lies in the same file. */
function dataInformation(): Buffer {
  return box('dinf', fullBox('dref', 0, 0, words(1), fullBox('url ', 0, 1)))
}

/** Empty but for the description: the samples are listed in the fragments. */
function sampleTables(track: Track): Buffer {
  return box(
    'stbl',
    fullBox('stsd', 0, 0, words(1), pictureEntry(track)),
    fullBox('stts', 0, 0, words(0)),
    fullBox('stsc', 0, 0, words(0)),
    fullBox('stsz', 0, 0, words(0, 0)),
    fullBox('stco', 0, 0, words(0))
  )
}

/** 12.1.3, with the colours that all rungs have (12.1.5: BT.709, limited range). */
function pictureEntry({ width, height, configuration }: Track): Buffer {
  const [reservedAndReference, predefined] = [Buffer.from([0, 0, 0, 0, 0, 0, 0, 1]), Buffer.alloc(16)]
  const [resolution, framesPerSample, depth] = [words(0x480000, 0x480000, 0), halves(1), halves(24, 0xffff)]
  const colours = box('colr', text('nclx'), halves(1, 1, 1), Buffer.from([0]))
  return box(
    'avc1',
    ...[reservedAndReference, predefined, halves(width, height), resolution, framesPerSample],
    ...[Buffer.alloc(32), depth, box('avcC', configuration), colours]
  )
}

function trackDefaults(): Buffer {
  return fullBox('trex', 0, 0, words(trackId, 1, 0, 0, 0))
}
