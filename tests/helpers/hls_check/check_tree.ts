import { dirname, posix } from 'node:path'
import { groupProblems } from './groups.js'
import { readLines, type Tag, unquoted } from './lines.js'
import {
  lengthOf,
  parse,
  playlistProblems,
  rates,
  type ReadFile,
  readRendition,
  type Rendition,
  textOf,
} from './rendition.js'
import { subtitleProblems } from './subtitles.js'

export interface CheckOptions {
  /** By how much sound and picture may differ in length; Infinity for a source in which they do. */
  soundMayDifferSeconds?: number
}

/**
 * Everything that RFC 8216bis and Apple's authoring specification ask of a finished tree and that can be read from its
 * files, as sentences; empty where all is right.
 */
export async function checkTree(read: ReadFile, name: string, options: CheckOptions = {}): Promise<string[]> {
  const text = await textOf(read, name)
  const { tags, problems } = readLines(text)
  const named = (tag: string) => tags.filter(({ name: one }) => one === tag)
  const uriOf = (tag: Tag) => unquoted(tag.attributes.get('URI')) ?? tag.uri ?? ''
  const at = (tag: Tag) => posix.join(dirname(name), uriOf(tag))
  if (named('EXT-X-INDEPENDENT-SEGMENTS').length !== 1) problems.push('EXT-X-INDEPENDENT-SEGMENTS is missing')
  if (named('EXT-X-VERSION').length !== 1) problems.push('EXT-X-VERSION is missing or repeated')
  if (named('EXT-X-STREAM-INF').length === 0) problems.push('no variant')
  if (parse(text).playlists?.length !== named('EXT-X-STREAM-INF').length)
    problems.push('is read otherwise by m3u8-parser')
  problems.push(...groupProblems(tags))

  const renditions = new Map<string, Rendition>()
  const mediaOf = (type: string) =>
    named('EXT-X-MEDIA').filter(({ attributes }) => attributes.get('TYPE') === type)
  for (const tag of [...named('EXT-X-STREAM-INF'), ...mediaOf('AUDIO')]) {
    if (!renditions.has(at(tag))) renditions.set(at(tag), await readRendition(read, at(tag)))
  }
  const sounds = mediaOf('AUDIO').map((tag) => renditions.get(at(tag))!)
  for (const tag of named('EXT-X-STREAM-INF'))
    problems.push(
      ...variantProblems(tag, renditions.get(at(tag))!, tag.attributes.has('AUDIO') ? sounds : [])
    )
  for (const rendition of renditions.values()) {
    problems.push(...rendition.problems)
    if (!rendition.isEnded || rendition.playlistType !== 'VOD')
      problems.push(`${rendition.name} is not finished`)
  }
  problems.push(...togetherProblems([...renditions.values()], options.soundMayDifferSeconds ?? 0.04))
  for (const tag of named('EXT-X-I-FRAME-STREAM-INF')) {
    const whole = [...renditions.values()].find((one) => dirname(one.name) === dirname(at(tag)))
    if (!whole) problems.push(`${at(tag)} belongs to no variant`)
    else problems.push(...(await iFrameProblems(read, tag, at(tag), whole)))
  }
  const [first] = renditions.values()
  for (const tag of mediaOf('SUBTITLES'))
    problems.push(...(await subtitleProblems(read, at(tag), lengthOf(first!))))
  for (const type of ['AUDIO', 'SUBTITLES']) {
    const groups = new Set(mediaOf(type).map(({ attributes }) => attributes.get('GROUP-ID')))
    for (const { attributes, uri } of named('EXT-X-STREAM-INF')) {
      const group = attributes.get(type)
      if (groups.size > 0 ? !groups.has(group) : group) problems.push(`${uri}: ${type} group ${group}`)
    }
  }
  return problems
}

function variantProblems({ attributes, uri }: Tag, rendition: Rendition, sounds: Rendition[]): string[] {
  const problems: string[] = []
  const number = (name: string) => Number(attributes.get(name))
  // Of sound alone a player takes one of the group, which the variant itself is of.
  const own = rendition.init.width > 0 ? rates(rendition) : { peak: 0, average: 0 }
  const heard = sounds.length > 0 ? sounds : rendition.init.width > 0 ? [] : [rendition]
  const peak = own.peak + Math.max(0, ...heard.map((sound) => rates(sound).peak))
  const average = own.average + Math.max(0, ...heard.map((sound) => rates(sound).average))
  if (number('BANDWIDTH') < Math.floor(peak))
    problems.push(`BANDWIDTH ${number('BANDWIDTH')} is below the peak of ${peak}`)
  // Apple, 9.14: the measured peak is within a tenth of what is said; ours also covers runs of segments.
  if (number('BANDWIDTH') > peak * 1.1)
    problems.push(`BANDWIDTH ${number('BANDWIDTH')} is far above the peak of ${peak}`)
  if (Math.abs(number('AVERAGE-BANDWIDTH') / average - 1) > 0.01)
    problems.push(`AVERAGE-BANDWIDTH ${number('AVERAGE-BANDWIDTH')} is not ${average}`)
  const codecs = [...new Set([rendition, ...sounds].map(({ init }) => init.codecs))]
  if (unquoted(attributes.get('CODECS')) !== codecs.join())
    problems.push(`CODECS ${attributes.get('CODECS')} are ${codecs}`)
  const { width, height } = rendition.init
  if (width > 0) {
    if (attributes.get('RESOLUTION') !== `${width}x${height}`)
      problems.push(`RESOLUTION is ${width}x${height}`)
    if (Math.abs(number('FRAME-RATE') - rendition.framesPerSecond) > 0.0006)
      problems.push(`FRAME-RATE ${number('FRAME-RATE')} is ${rendition.framesPerSecond}`)
    if (attributes.get('CLOSED-CAPTIONS') !== 'NONE') problems.push('CLOSED-CAPTIONS is not NONE')
  } else if (attributes.has('RESOLUTION') || attributes.has('FRAME-RATE')) problems.push('sound with a size')
  return problems.map((problem) => `${uri}: ${problem}`)
}

/** Pictures cut at the same instants, nothing later or earlier than the rest, one target duration (6.2.4). */
function togetherProblems(renditions: Rendition[], soundMayDiffer: number): string[] {
  const problems: string[] = []
  const [pictures, sounds] = [true, false].map((isPicture) =>
    renditions.filter(({ init }) => init.width > 0 === isPicture)
  )
  const shown = ({ init, segments }: Rendition) =>
    segments.map(({ firstShownTicks }) => firstShownTicks - init.startTicks)
  for (const rendition of renditions) {
    if (shown(rendition)[0] !== 0) problems.push(`${rendition.name} begins at ${shown(rendition)[0]} ticks`)
    if (rendition.targetSeconds !== renditions[0]!.targetSeconds)
      problems.push(`${rendition.name} has another target duration`)
  }
  const [top, ...others] = pictures!
  for (const other of top ? others : []) {
    // As whole numbers: ticks of one clock times the other clock's rate.
    const cuts = (one: Rendition, clock: Rendition) =>
      shown(one).map((ticks) => ticks * clock.init.ticksPerSecond)
    if (cuts(other, top!).join() !== cuts(top!, other).join())
      problems.push(`${other.name} is cut elsewhere than ${top!.name}`)
    if (Math.abs(lengthOf(other) - lengthOf(top!)) > 1 / other.framesPerSecond + 1e-6)
      problems.push(`${other.name} lasts ${lengthOf(other)}, ${top!.name} ${lengthOf(top!)}`)
  }
  for (const sound of top ? sounds! : []) {
    if (Math.abs(lengthOf(sound) - lengthOf(top!)) > soundMayDiffer)
      problems.push(`${sound.name} lasts ${lengthOf(sound)}, the picture ${lengthOf(top!)}`)
  }
  return problems
}

/** 4.4.3.6 and 4.4.6.3: each range is one IDR picture, and the rates are those of what is fetched. */
async function iFrameProblems(read: ReadFile, tag: Tag, name: string, whole: Rendition): Promise<string[]> {
  const text = await textOf(read, name)
  const playlist = parse(text)
  const problems = playlistProblems(text)
  if (!playlist.iFramesOnly) problems.push('lacks EXT-X-I-FRAMES-ONLY')
  if (playlist.segments.length !== whole.segments.length) problems.push('does not cover every segment')
  playlist.segments.forEach(({ uri, byterange, duration }, index) => {
    const segment = whole.segments[index]
    if (!segment || posix.join(dirname(name), uri) !== segment.name)
      return problems.push(`${uri} is another segment`)
    if (byterange?.offset !== 0 || byterange.length !== segment.firstPictureEndBytes)
      problems.push(
        `${uri}: ${byterange?.length}@${byterange?.offset}, the first picture ends at ${segment.firstPictureEndBytes}`
      )
    if (Math.abs(duration - segment.seconds) > 0.6e-6) problems.push(`${uri}: EXTINF ${duration}`)
  })
  const { peak } = rates(whole, ({ firstPictureEndBytes }) => firstPictureEndBytes)
  const { attributes } = tag
  if (Number(attributes.get('BANDWIDTH')) < Math.floor(peak))
    problems.push(`BANDWIDTH is below the peak of ${peak}`)
  if (unquoted(attributes.get('CODECS')) !== whole.init.codecs)
    problems.push(`CODECS ${attributes.get('CODECS')}`)
  if (attributes.get('RESOLUTION') !== `${whole.init.width}x${whole.init.height}`)
    problems.push('RESOLUTION is another')
  return problems.map((problem) => `${name}: ${problem}`)
}
