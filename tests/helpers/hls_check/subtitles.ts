import { dirname, posix } from 'node:path'
import { parse, type ReadFile, textOf } from './rendition.js'

/** A rendition of WebVTT (RFC 8216bis, 3.1.4): as long as the picture, and every file of it readable and placed in time. */
export async function subtitleProblems(
  read: ReadFile,
  name: string,
  pictureSeconds: number
): Promise<string[]> {
  const problems: string[] = []
  const playlist = parse(await textOf(read, name))
  if (!playlist.endList || playlist.playlistType !== 'VOD')
    problems.push('may only differ in target duration as VOD')
  const seconds = playlist.segments.reduce((sum, { duration }) => sum + duration, 0)
  if (Math.abs(seconds - pictureSeconds) > 0.5)
    problems.push(`lasts ${seconds}, the picture ${pictureSeconds}`)
  for (const { uri, duration } of playlist.segments) {
    if (Math.round(duration) > playlist.targetDuration!)
      problems.push(`${uri} is longer than the target duration`)
    const text = await textOf(read, posix.join(dirname(name), uri))
    const [signature, header] = text.split('\n')
    if (signature !== 'WEBVTT') problems.push(`${uri} is no WebVTT`)
    if (header !== 'X-TIMESTAMP-MAP=MPEGTS:0,LOCAL:00:00:00.000')
      problems.push(`${uri} is not placed in time`)
    if (!/\n\n(?:\d+:)?\d\d:\d\d\.\d{3} --> /.test(text)) problems.push(`${uri} has no cues`)
  }
  return problems.map((problem) => `${name}: ${problem}`)
}
