import { readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { judgeCommand, judgedSize, posterCommand } from './arguments/poster.js'
import { runFfmpeg } from './ffmpeg.js'
import { pictureScore } from './picture_score.js'
import type { FinishedSegment, RenditionFolder } from './rendition_folder.js'
import type { TranscodedFile } from './result.js'

const name = 'poster.jpg'
const timeoutSeconds = 60
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
  const candidates = candidatesOf(folder.segments)
  let best = { score: -1, segment: candidates[0]! }
  for (const segment of candidates) {
    const score = candidates.length === 1 ? 0 : await judge(root, folder, segment, signal)
    if (score > best.score) best = { score, segment }
  }
  await withPicture(root, folder, best.segment, (input) =>
    runFfmpeg(posterCommand(input, name), { cwd: root, signal, timeoutSeconds })
  )
  const path = join(root, name)
  return { name, path, contentType: 'image/jpeg', kind: 'poster', sizeBytes: (await stat(path)).size }
}

function candidatesOf(segments: FinishedSegment[]): FinishedSegment[] {
  const indexes = candidateShares.map((share) => Math.floor(share * segments.length))
  return [...new Set(indexes)].map((index) => segments[index]!)
}

async function judge(root: string, folder: RenditionFolder, segment: FinishedSegment, signal: AbortSignal) {
  const target = 'candidate.gray'
  await withPicture(root, folder, segment, (input) =>
    runFfmpeg(judgeCommand(input, target), { cwd: root, signal, timeoutSeconds })
  )
  const path = join(root, target)
  const score = pictureScore(await readFile(path), judgedSize.width)
  await rm(path)
  return score
}

/** A segment is a file of its own only together with its init segment. */
async function withPicture(
  root: string,
  folder: RenditionFolder,
  segment: FinishedSegment,
  use: (input: string) => Promise<void>
) {
  const path = join(root, 'candidate.mp4')
  await writeFile(path, Buffer.concat([folder.init!.bytes, await readFile(segment.path)]))
  try {
    await use(path)
  } finally {
    await rm(path)
  }
}
