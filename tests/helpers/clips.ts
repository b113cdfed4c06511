import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

export interface Clip {
  seconds: number
  size: string
  sound?: boolean
}

/** A clip with moving pictures, made once by ffmpeg and kept for the run. */
export function clip({ seconds, size, sound = true }: Clip): Buffer {
  const folder = join(tmpdir(), 'hub-test-clips')
  const path = join(folder, `${size}-${seconds}s-${sound ? 'sound' : 'silent'}.mp4`)
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true })
    const unfinished = `${path}.${process.pid}.mp4`
    const tone = sound
      ? ['-f', 'lavfi', '-i', `sine=frequency=330:sample_rate=48000:duration=${seconds}`]
      : []
    execFileSync('ffmpeg', [
      '-v',
      'error',
      '-y',
      '-f',
      'lavfi',
      '-i',
      `testsrc2=size=${size}:rate=25:duration=${seconds}`,
      ...tone,
      '-c:v',
      'libx264',
      '-preset',
      'ultrafast',
      '-pix_fmt',
      'yuv420p',
      '-g',
      '50',
      ...(sound ? ['-c:a', 'aac', '-shortest'] : []),
      unfinished,
    ])
    renameSync(unfinished, path)
  }
  return readFileSync(path)
}

/** A silent clip of one still picture, small and slow: as long as is wanted, and ready in no time. */
export function stillClip(seconds: number): Buffer {
  const path = join(tmpdir(), 'hub-test-clips', `still-${seconds}s.mp4`)
  if (!existsSync(path)) {
    mkdirSync(dirname(path), { recursive: true })
    const unfinished = `${path}.${process.pid}.mp4`
    const picture = `color=c=0x5c1f50:size=160x90:rate=2:duration=${seconds}`
    const encoding = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-g', '8']
    execFileSync('ffmpeg', ['-v', 'error', '-y', '-f', 'lavfi', '-i', picture, ...encoding, unfinished])
    renameSync(unfinished, path)
  }
  return readFileSync(path)
}
