/**
 * A source that looks and sounds like what people upload, made by Node and ffmpeg alone: 1080p30 H.264 High with
 * GOPs of a second and AAC, as a phone writes them. People who speak before backdrops with the statistics of photographs,
 * a hand-held camera, sensor noise, a hard cut every 3 to 6 s; the same on every machine with the same ffmpeg.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { filmSize, frames } from './natural/film.js'
import { soundRateHz, speech, toPcm } from './natural/speech.js'

/** Raised whenever the film changes, so that no older one is taken from the cache. */
const version = 1
/** Longer ones are this one over and over, copied. */
const filmedSeconds = 60

/** Makes the source unless the OS temp folder has it already; returns its path. */
export async function makeSource(seconds: number): Promise<string> {
  const path = join(tmpdir(), `hub-bench-natural-${version}-${seconds}s.mp4`)
  if (existsSync(path)) return path
  const scratch = await mkdtemp(join(tmpdir(), 'hub-bench-'))
  try {
    const made = join(scratch, 'made.mp4')
    if (seconds > filmedSeconds) await repeat(await makeSource(filmedSeconds), seconds, made)
    else await film(seconds, scratch, made)
    // Only what is whole gets the name.
    await rename(made, path)
  } finally {
    await rm(scratch, { recursive: true })
  }
  return path
}

async function repeat(source: string, seconds: number, target: string) {
  const times = Math.ceil(seconds / filmedSeconds) - 1
  const copy = ['-stream_loop', String(times), '-i', source, '-c', 'copy', '-t', String(seconds)]
  await ended(ffmpeg([...copy, '-movflags', '+faststart', target]))
}

async function film(seconds: number, scratch: string, target: string) {
  const sound = join(scratch, 'sound.pcm')
  await writeFile(sound, toPcm(speech(seconds)))
  const { width, height, framesPerSecond } = filmSize
  const picture = ['-f', 'rawvideo', '-pix_fmt', 'yuv420p', '-s', `${width}x${height}`]
  const child = ffmpeg([
    ...picture,
    ...['-r', String(framesPerSecond), '-i', 'pipe:0'],
    ...['-f', 's16le', '-ar', String(soundRateHz), '-ac', '2', '-i', sound],
    // A phone's encoder: one pass at a rate, no reordering, an IDR frame every second. A fixed number of
    // threads, because it changes the bits.
    ...['-c:v', 'libx264', '-preset', 'veryfast', '-profile:v', 'high', '-threads', '4', '-bf', '0'],
    ...['-b:v', '14M', '-maxrate', '17M', '-bufsize', '17M', '-g', '30', '-keyint_min', '30'],
    ...['-sc_threshold', '0', '-color_primaries', 'bt709', '-color_trc', 'bt709', '-colorspace', 'bt709'],
    ...['-color_range', 'tv', '-c:a', 'aac', '-b:a', '128k', '-t', String(seconds)],
    ...['-movflags', '+faststart', target],
  ])
  const end = ended(child)
  // Told by its exit code; a broken pipe is only what follows from that.
  child.stdin.on('error', () => {})
  for (const frame of frames(seconds)) {
    // The frame's buffer is used again, and a pipe may keep what it is given.
    if (!child.stdin.write(Buffer.from(frame))) await Promise.race([once(child.stdin, 'drain'), end])
  }
  child.stdin.end()
  await end
}

function ffmpeg(args: string[]) {
  return spawn('ffmpeg', ['-v', 'error', '-y', ...args], { stdio: ['pipe', 'inherit', 'inherit'] })
}

async function ended(child: ReturnType<typeof ffmpeg>) {
  const [code] = (await once(child, 'exit')) as [number | null]
  if (code !== 0) throw new Error(`ffmpeg ended with ${code}`)
}
