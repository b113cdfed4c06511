import { readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { downloadFiles } from './arguments/download.js'
import {
  judgeCommand,
  judgedSize,
  posterCommand,
  posterName,
  soundPosterCommand,
} from './arguments/poster.js'
import { runFfmpeg } from './ffmpeg.js'
import { pictureScore } from './picture_score.js'
import type { RenditionFolder } from './rendition_folder.js'
import type { TranscodedFile } from './result.js'

const timeoutSeconds = 120
/** Shares of the length at which a candidate is taken: not the title, not the credits. */
const candidateShares = [0.1, 0.25, 0.4, 0.55, 0.75]

/**
 * Chooses the poster among the first frames of a few segments of the top rung, looking at those of the
 * lowest, which begin at the same instants. They are IDR frames of ours, so that nothing before them is
 * decoded and the source is not opened again.
 */
export async function makePoster(
  root: string,
  { shown, judged }: { shown: RenditionFolder; judged: RenditionFolder },
  signal: AbortSignal
): Promise<TranscodedFile> {
  const places = candidatePlaces(shown.segments.length)
  const best = places.length > 1 ? await judge(root, judged, places, signal) : 0
  const input = await playable(root, shown, places[best]!)
  await runFfmpeg(posterCommand(input), { cwd: root, signal, timeoutSeconds })
  await rm(input)
  return posterFile(root)
}

/** A poster for a skit that has only sound. */
export async function makeSoundPoster(root: string, signal: AbortSignal): Promise<TranscodedFile> {
  await runFfmpeg(soundPosterCommand(join(root, downloadFiles.oldSound)), {
    cwd: root,
    signal,
    timeoutSeconds,
  })
  return posterFile(root)
}

function candidatePlaces(segments: number): number[] {
  return [...new Set(candidateShares.map((share) => Math.floor(share * segments)))]
}

/** The first picture of a segment as a file of its own: init segment, and the part up to its end. */
async function playable(root: string, folder: RenditionFolder, place: number): Promise<string> {
  const segment = folder.segments[place]!
  const path = join(root, `candidate-${place}.mp4`)
  const part = (await readFile(segment.path)).subarray(0, segment.firstSampleEndBytes)
  await writeFile(path, Buffer.concat([folder.init!.bytes, part]))
  return path
}

/** Which of the places shows the best picture. */
async function judge(root: string, folder: RenditionFolder, places: number[], signal: AbortSignal) {
  const target = join(root, 'candidates.gray')
  const inputs = await Promise.all(places.map((place) => playable(root, folder, place)))
  await runFfmpeg(judgeCommand(inputs, 'candidates.gray'), { cwd: root, signal, timeoutSeconds })
  const pictures = await readFile(target)
  for (const path of [target, ...inputs]) await rm(path)
  const size = judgedSize.width * judgedSize.height
  const scores = places.map((_, index) =>
    pictureScore(pictures.subarray(index * size, (index + 1) * size), judgedSize.width)
  )
  return scores.indexOf(Math.max(...scores))
}

async function posterFile(root: string): Promise<TranscodedFile> {
  const path = join(root, posterName)
  return {
    name: posterName,
    path,
    contentType: 'image/jpeg',
    kind: 'poster',
    sizeBytes: (await stat(path)).size,
  }
}
