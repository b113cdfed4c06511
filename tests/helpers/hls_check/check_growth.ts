import { createHash } from 'node:crypto'
import { dirname, posix } from 'node:path'
import { readLines, unquoted } from './lines.js'
import { parse, type ReadFile, textOf } from './rendition.js'

/** What a viewer of an unfinished tree has been told at one moment. */
export interface Moment {
  isFinished: boolean
  targetSeconds: Record<string, number>
  /** Of each media playlist, its segments' lines and a digest of their bytes. */
  segments: Record<string, string[]>
}

const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex').slice(0, 12)

/**
 * Reads everything that the multivariant playlist leads to now; null before there is one.
 *
 * @param earlier whose playlists somebody may still be following, offered or not
 */
export async function momentOf(
  read: ReadFile,
  name: string,
  earlier?: Moment | null
): Promise<Moment | null> {
  const text = await textOf(read, name).catch(() => null)
  if (text === null) return null
  const offered = readLines(text).tags.flatMap((tag) => tag.uri ?? unquoted(tag.attributes.get('URI')) ?? [])
  const moment: Moment = { isFinished: true, targetSeconds: {}, segments: {} }
  for (const uri of new Set([...offered, ...Object.keys(earlier?.segments ?? {})])) {
    const playlist = parse(await textOf(read, posix.join(dirname(name), uri)))
    const isFinished = playlist.endList === true && playlist.playlistType === 'VOD'
    if (!isFinished && (playlist.endList || playlist.playlistType !== 'EVENT'))
      throw new Error(`${uri} is neither growing nor finished`)
    moment.isFinished &&= isFinished
    moment.targetSeconds[uri] = playlist.targetDuration!
    moment.segments[uri] = await Promise.all(
      playlist.segments.map(async ({ uri: segment, duration, map }) => {
        const at = (file: string) => posix.join(dirname(name), dirname(uri), file)
        return `${segment} ${duration} ${digest(await read(at(segment)))} after ${digest(await read(at(map!.uri)))}`
      })
    )
  }
  return moment
}

/** Between two moments a playlist may only become longer (RFC 8216bis, 6.2.1). */
export function growthProblems(earlier: Moment, later: Moment): string[] {
  return Object.entries(earlier.segments).flatMap(([uri, known]) => {
    const now = later.segments[uri]
    const changed = known.filter((line, index) => now?.[index] !== line)
    return [
      ...changed.map((line) => `${uri}: ${line} has changed`),
      ...(later.targetSeconds[uri] !== earlier.targetSeconds[uri] ? [`${uri}: another target duration`] : []),
    ]
  })
}
