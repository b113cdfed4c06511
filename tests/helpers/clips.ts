import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

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
