import { readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { soundFiles } from './arguments/audio.js'
import {
  judgeCommand,
  judgedSize,
  posterCommand,
  posterName,
  soundPosterCommand,
} from './arguments/poster.js'
import { runFfmpeg } from './ffmpeg.js'
import { pictureScore } from './picture_score.js'
import type { FinishedSegment, RenditionFolder } from './rendition_folder.js'
import type { TranscodedFile } from './result.js'

const timeoutSeconds = 120
/** Shares of the length at which a candidate is taken: not the title, not the credits. */
const candidateShares = [0.1, 0.25, 0.4, 0.55, 0.75]

/**
 * Chooses the poster among the first frames of a few segments of the top rung. Those are IDR frames
 * of ours, so that nothing before them is decoded and the source is not opened again.
 */
export async function makePoster(
  root: string,
  folder: RenditionFolder,
  signal: AbortSignal
): Promise<TranscodedFile> {
  const inputs = await Promise.all(
    candidatesOf(folder.segments).map((segment, index) => playable(root, folder, segment, index))
  )
  const best = inputs.length > 1 ? await judge(root, inputs, signal) : 0
  await runFfmpeg(posterCommand(inputs[best]!), { cwd: root, signal, timeoutSeconds })
  for (const input of inputs) await rm(input)
  return posterFile(root)
}

/** A poster for a skit that has only sound. */
export async function makeSoundPoster(root: string, signal: AbortSignal): Promise<TranscodedFile> {
  await runFfmpeg(soundPosterCommand(join(root, soundFiles.mp3)), { cwd: root, signal, timeoutSeconds })
  return posterFile(root)
}

function candidatesOf(segments: FinishedSegment[]): FinishedSegment[] {
  const indexes = candidateShares.map((share) => Math.floor(share * segments.length))
  return [...new Set(indexes)].map((index) => segments[index]!)
}

/** The first picture of a segment as a file of its own: init segment, and the part up to its end. */
async function playable(root: string, folder: RenditionFolder, segment: FinishedSegment, index: number) {
  const path = join(root, `candidate-${index}.mp4`)
  const part = (await readFile(segment.path)).subarray(0, segment.firstSampleEndBytes)
  await writeFile(path, Buffer.concat([folder.init!.bytes, part]))
  return path
}

/** The place of the best among the candidates. */
async function judge(root: string, inputs: string[], signal: AbortSignal): Promise<number> {
  const target = join(root, 'candidates.gray')
  await runFfmpeg(judgeCommand(inputs, 'candidates.gray'), { cwd: root, signal, timeoutSeconds })
  const pictures = await readFile(target)
  await rm(target)
  const size = judgedSize.width * judgedSize.height
  const scores = inputs.map((_, index) =>
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
