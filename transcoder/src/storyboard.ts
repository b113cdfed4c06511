import { readdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { storyboardFolder } from './arguments/storyboard.js'
import { toNumber } from './frame_rate.js'
import type { StoryboardPlan } from './plan.js'
import type { TranscodedFile } from './result.js'
import type { Fraction } from './source_probe.js'
import { storyboardTrack } from './storyboard_track.js'

/** Writes the track beside the sheets that the encoder made, and returns all files; none where it made none. */
export async function storyboardFiles(
  root: string,
  board: StoryboardPlan,
  frameRate: Fraction,
  durationSeconds: number
): Promise<TranscodedFile[]> {
  const folder = join(root, storyboardFolder)
  const sheets = (await readdir(folder)).filter((name) => name.endsWith('.jpg')).sort()
  if (sheets.length === 0) return []
  await writeFile(join(folder, 'track.vtt'), storyboardTrack(board, toNumber(frameRate), durationSeconds))
  return Promise.all(
    [...sheets, 'track.vtt'].map(async (name) => ({
      name: `${storyboardFolder}/${name}`,
      path: join(folder, name),
      contentType: name.endsWith('.vtt') ? 'text/vtt' : 'image/jpeg',
      kind: 'storyboard' as const,
      sizeBytes: (await stat(join(folder, name))).size,
    }))
  )
}
