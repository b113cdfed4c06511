/** Looks at what was made with ffprobe and ffmpeg themselves, independently of the code under test. */
import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Parser } from 'm3u8-parser'

const run = promisify(execFile)

export interface InspectedStream {
  codec_name: string
  profile: string
  pix_fmt: string
  width: number
  height: number
  sample_aspect_ratio: string
  color_range: string
  color_space: string
  r_frame_rate: string
  channels: number
  sample_rate: string
  start_time: string
  frames: number
}

/** The one stream of a media playlist, all of it decoded. */
export async function inspect(path: string): Promise<InspectedStream> {
  const { stdout } = await run('ffprobe', [
    ...['-v', 'error', '-count_frames', '-show_streams', '-print_format', 'json', path],
  ])
  const { streams } = JSON.parse(stdout) as { streams: (InspectedStream & { nb_read_frames: string })[] }
  if (streams.length !== 1) throw new Error(`${path} has ${streams.length} streams`)
  return { ...streams[0]!, frames: Number(streams[0]!.nb_read_frames) }
}

/** Every picture of a file as decoded, in raw bytes of a small size; `crop` looks at a part of each. */
export async function pixels(
  path: string,
  size: string,
  format: 'gray' | 'rgb24',
  extra: string[] = [],
  crop = 'null'
) {
  const [width, height] = size.split('x')
  const { stdout } = await run(
    'ffmpeg',
    [
      ...['-nostdin', '-v', 'error', '-i', path, ...extra],
      ...['-vf', `${crop},scale=${width}:${height}:flags=area`, '-pix_fmt', format, '-f', 'rawvideo', '-'],
    ],
    { encoding: 'buffer', maxBuffer: 256 * 1024 * 1024 }
  )
  return stdout
}

/** All samples of a file's sound as 32-bit floats, one channel. */
export async function samples(path: string, rate = 48_000): Promise<Float32Array> {
  const { stdout } = await run(
    'ffmpeg',
    ['-nostdin', '-v', 'error', '-i', path, '-vn', '-ac', '1', '-ar', String(rate), '-f', 'f32le', '-'],
    { encoding: 'buffer', maxBuffer: 256 * 1024 * 1024 }
  )
  return new Float32Array(stdout.buffer, stdout.byteOffset, stdout.length / 4)
}

/** Integrated loudness and true peak of a file, as ffmpeg's EBU R128 meter sums them up. */
export async function loudnessOf(path: string) {
  const { stderr } = await run('ffmpeg', [
    ...['-nostdin', '-hide_banner', '-nostats', '-i', path],
    ...['-af', 'ebur128=framelog=verbose:peak=true', '-f', 'null', '-'],
  ])
  const summary = stderr.slice(stderr.lastIndexOf('Summary:'))
  return {
    lufs: Number(/I:\s+(-?[\d.]+) LUFS/.exec(summary)![1]),
    truePeakDb: Number(/Peak:\s+(-?[\d.]+) dBFS/.exec(summary)![1]),
  }
}

/** A playlist as an independent parser reads it. */
export async function parsedPlaylist(...path: string[]) {
  return parsePlaylist(await readFile(join(...path), 'utf8'))
}

export function parsePlaylist(text: string) {
  const parser = new Parser()
  parser.push(text)
  parser.end()
  return parser.manifest
}
