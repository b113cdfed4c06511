import { dirname, posix } from 'node:path'
import { Parser } from 'm3u8-parser'
import { type InitSegment, nalTypes, readInit, readSamples } from './boxes.js'
import { readLines } from './lines.js'

/** The bytes of one file of a tree, by its name; rejects where there is none. */
export type ReadFile = (name: string) => Promise<Uint8Array>

export interface Segment {
  name: string
  sizeBytes: number
  /** As the playlist says. */
  listedSeconds: number
  /** As the media says. */
  seconds: number
  firstShownTicks: number
  /** From the segment's first byte to the end of its first picture. */
  firstPictureEndBytes: number
}

export interface Rendition {
  name: string
  isEnded: boolean
  playlistType: string | undefined
  targetSeconds: number
  init: InitSegment
  segments: Segment[]
  /** Of the picture, from the shortest sample. */
  framesPerSecond: number
  problems: string[]
}

export const textOf = async (read: ReadFile, name: string) => new TextDecoder().decode(await read(name))

export function parse(text: string) {
  const parser = new Parser()
  parser.push(text)
  parser.end()
  return parser.manifest
}

const once = [
  'EXT-X-VERSION',
  'EXT-X-TARGETDURATION',
  'EXT-X-MEDIA-SEQUENCE',
  'EXT-X-PLAYLIST-TYPE',
  'EXT-X-MAP',
]
const allowed = [
  ...once,
  'EXTINF',
  'EXT-X-INDEPENDENT-SEGMENTS',
  'EXT-X-ENDLIST',
  'EXT-X-BYTERANGE',
  'EXT-X-I-FRAMES-ONLY',
]

/** What every media playlist of ours must be (4.4.1 to 4.4.4), of media or of I-frames. */
export function playlistProblems(text: string): string[] {
  const { tags, problems } = readLines(text)
  const count = (name: string) => tags.filter((tag) => tag.name === name).length
  for (const name of once) if (count(name) !== 1) problems.push(`${name} ${count(name)} times`)
  // Also says that there are no discontinuities, gaps or keys.
  for (const { name } of tags) if (!allowed.includes(name)) problems.push(`unexpected ${name}`)
  const version = Number(tags.find(({ name }) => name === 'EXT-X-VERSION')?.value)
  if (!(version >= 6)) problems.push(`version ${version} has no EXT-X-MAP in a media playlist`)
  const firstSegment = tags.findIndex(({ name }) => name === 'EXTINF')
  if (tags.findIndex(({ name }) => name === 'EXT-X-MAP') > firstSegment)
    problems.push('EXT-X-MAP after a segment')
  const end = tags.findIndex(({ name }) => name === 'EXT-X-ENDLIST')
  if (end !== -1 && end !== tags.length - 1) problems.push('EXT-X-ENDLIST is not the end')
  for (const { name, uri } of tags) {
    if (uri !== undefined && !['EXTINF', 'EXT-X-BYTERANGE'].includes(name))
      problems.push(`${uri} has no EXTINF`)
  }
  return problems
}

/** Reads a media playlist and every segment it names, and compares what the one says with what the others are. */
export async function readRendition(read: ReadFile, name: string): Promise<Rendition> {
  const text = await textOf(read, name)
  const playlist = parse(text)
  const problems = playlistProblems(text)
  const at = (uri: string) => posix.join(dirname(name), uri)
  const init = readInit(await read(at(playlist.segments[0]?.map?.uri ?? 'no EXT-X-MAP')))
  const isPicture = init.width > 0
  const segments: Segment[] = []
  let nextTicks: number | null = null
  let shortestTicks = Infinity
  for (const { uri, duration } of playlist.segments) {
    const bytes = await read(at(uri))
    const samples = readSamples(bytes)
    const ticks = samples.reduce((sum, { durationTicks }) => sum + durationTicks, 0)
    const seconds = ticks / init.ticksPerSecond
    const [first] = samples
    if (!first) {
      problems.push(`${uri} is empty`)
      continue
    }
    for (const { durationTicks } of samples) shortestTicks = Math.min(shortestTicks, durationTicks)
    if (nextTicks !== null && first.decodeTicks !== nextTicks)
      problems.push(`${uri} begins at ${first.decodeTicks}, the one before ends at ${nextTicks}`)
    nextTicks = first.decodeTicks + ticks
    // Six digits are written, so half of the last one is what rounding may take.
    if (Math.abs(duration - seconds) > 0.6e-6)
      problems.push(`${uri}: EXTINF ${duration}, but it lasts ${seconds}`)
    if (Math.round(duration) > playlist.targetDuration!)
      problems.push(`${uri} is longer than the target duration`)
    const types = isPicture ? nalTypes(bytes, first) : []
    if (isPicture && (!types.includes(5) || types.includes(1)))
      problems.push(`${uri} does not begin with an IDR picture`)
    segments.push({
      name: at(uri),
      sizeBytes: bytes.length,
      listedSeconds: duration,
      seconds,
      firstShownTicks: Math.min(...samples.map(({ shownTicks }) => shownTicks)),
      firstPictureEndBytes: first.offset + first.sizeBytes,
    })
  }
  return {
    name,
    isEnded: playlist.endList === true,
    playlistType: playlist.playlistType,
    targetSeconds: playlist.targetDuration!,
    init,
    segments,
    framesPerSecond: init.ticksPerSecond / shortestTicks,
    problems: problems.map((problem) => `${name}: ${problem}`),
  }
}

export const lengthOf = ({ segments }: Rendition) => segments.reduce((sum, { seconds }) => sum + seconds, 0)

/** The highest bit rate of any one segment, and the average over all. */
export function rates(
  { segments }: Pick<Rendition, 'segments'>,
  sizeOf = (segment: Segment) => segment.sizeBytes
) {
  const bits = segments.reduce((sum, segment) => sum + sizeOf(segment) * 8, 0)
  return {
    peak: Math.max(...segments.map((segment) => (sizeOf(segment) * 8) / segment.seconds)),
    average: bits / segments.reduce((sum, { seconds }) => sum + seconds, 0),
  }
}
