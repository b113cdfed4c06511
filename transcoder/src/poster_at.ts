import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { posterCommand, posterName } from './arguments/poster.js'
import { readInitSegment } from './boxes/init_segment.js'
import { readMediaSegment } from './boxes/media_segment.js'
import { runFfmpeg } from './ffmpeg.js'

export interface PictureAt {
  /** Both of one rendition of ours. */
  initPath: string
  segmentPath: string
  /** From the segment's beginning; the picture that is shown at that moment is taken. */
  offsetSeconds: number
}

const timeoutSeconds = 60
const joined = 'picture.mp4'

/**
 * Makes a poster of any moment, from what was made before: the source is not opened again.
 *
 * @param folder private and empty; the caller removes it
 * @returns the path of the JPEG in it
 * @throws TranscodeError
 */
export async function makePosterAt(
  folder: string,
  { initPath, segmentPath, offsetSeconds }: PictureAt,
  signal: AbortSignal
): Promise<string> {
  const [init, segment] = await Promise.all([readFile(initPath), readFile(segmentPath)])
  const { durationSeconds, sampleCount } = readMediaSegment(segment, readInitSegment(init).timescale)
  const frameSeconds = durationSeconds / sampleCount
  // The last picture that began at or before the moment is the first later than one picture earlier.
  const latest = Math.min(offsetSeconds, durationSeconds - frameSeconds)
  const fromSeconds = Math.max(0, latest - frameSeconds + frameSeconds / 1000)
  await writeFile(join(folder, joined), Buffer.concat([init, segment]))
  try {
    await runFfmpeg(posterCommand(join(folder, joined), fromSeconds), { cwd: folder, signal, timeoutSeconds })
  } finally {
    await rm(join(folder, joined), { force: true })
  }
  return join(folder, posterName)
}
