import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { TranscodePlan, VideoRung } from '@hub/transcoder'
import { videoCommand } from '../../../transcoder/src/arguments/video.js'
import { keyframesOf, longestFrames } from '../../../transcoder/src/segmentation.js'
import type { Point } from './equal_ssim.js'

const run = promisify(execFile)
const quiet = ['-v', 'error', '-nostdin', '-y']

/** Every rung's picture as it goes into its encoder, kept without loss: what all encodes of it are compared with. */
export async function keepReferences(
  source: string,
  plan: TranscodePlan,
  folder: string
): Promise<Map<string, string>> {
  const { inputs, filterGraph } = videoCommand(source, { ...plan, storyboard: null })
  const references = new Map(plan.rungs.map(({ name }) => [name, join(folder, `reference-${name}.mp4`)]))
  await run('ffmpeg', [
    ...quiet,
    ...inputs.flatMap(({ options, url }) => [...options, '-i', url]),
    ...['-filter_complex', filterGraph!],
    ...[...references].flatMap(([name, path]) => {
      return ['-map', `[${name}]`, '-c:v', 'libx264', '-preset', 'ultrafast', '-qp', '0', path]
    }),
  ])
  return references
}

/** One rung at a fixed bitrate: as the job encodes it but for the rate, with the buffer that MediaCMS gives it. */
export async function encodeFixed(
  reference: string,
  rung: VideoRung,
  bitrateBps: number,
  folder: string
): Promise<Point> {
  const target = join(folder, 'fixed.mp4')
  const most = String(Math.round(1.5 * bitrateBps))
  await run('ffmpeg', [
    ...[...quiet, '-i', reference, '-c:v', 'libx264', '-preset', 'veryfast', '-profile:v', 'high'],
    ...['-pix_fmt', 'yuv420p', '-b:v', String(Math.round(bitrateBps)), '-maxrate', most, '-bufsize', most],
    ...['-g', String(2 * longestFrames(rung)), '-keyint_min', String(longestFrames(rung))],
    ...['-forced-idr', '1', '-force_key_frames', keyframesOf(rung), target],
  ])
  return pointOf(target, reference)
}

/** The coded pictures' bytes a second, without the container, and how like the reference they are. */
export async function pointOf(path: string, reference: string): Promise<Point> {
  const { stdout } = await run('ffprobe', [
    ...['-v', 'error', '-select_streams', 'v', '-show_entries', 'packet=size,duration_time'],
    ...['-of', 'csv=p=0', path],
  ])
  const packets = stdout
    .trim()
    .split('\n')
    .map((line) => line.split(',').map(Number))
  const bits = packets.reduce((sum, [, size = 0]) => sum + size * 8, 0)
  const seconds = packets.reduce((sum, [duration = 0]) => sum + duration, 0)
  // By their order: containers round times differently.
  const compare = '[0:v]setpts=N[made];[1:v]setpts=N[wanted];[made][wanted]ssim'
  const { stderr } = await run('ffmpeg', [
    ...['-nostdin', '-nostats', '-i', path, '-i', reference, '-lavfi', compare, '-f', 'null', '-'],
  ])
  const ssim = Number(/SSIM .*All:([\d.]+)/.exec(stderr)?.[1])
  if (!(bits > 0) || !(ssim > 0)) throw new Error(`${path} could not be compared:\n${stderr.slice(-2000)}`)
  return { bitrateBps: bits / seconds, ssim }
}
