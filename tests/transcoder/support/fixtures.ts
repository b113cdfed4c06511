/** Small odd videos, made by ffmpeg when a test asks for them and kept for the rest of the run. */
import { execFile } from 'node:child_process'
import { rmSync } from 'node:fs'
import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const folder = mkdtemp(join(tmpdir(), 'transcoder-fixtures-'))
const made = new Map<string, Promise<string>>()

let madeFolder: string | undefined
void folder.then((path) => (madeFolder = path))
process.on('exit', () => madeFolder && rmSync(madeFolder, { recursive: true, force: true }))

/** Moving bars with a burnt-in clock; `picture('640x360', 30, 2)`. */
export function picture(size: string, framesPerSecond: number, seconds: number): string[] {
  return ['-f', 'lavfi', '-i', `testsrc2=size=${size}:rate=${framesPerSecond}:duration=${seconds}`]
}

/** A steady tone on every channel of a layout. */
export function tone(layout: string, seconds: number): string[] {
  return ['-f', 'lavfi', '-i', `sine=frequency=440:duration=${seconds},aformat=channel_layouts=${layout}`]
}

export const quickH264 = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p']

/** A file made by ffmpeg with these arguments, the name's ending giving the container. */
export function fixture(name: string, args: string[]): Promise<string> {
  return remembered(name, async (path) => {
    await run('ffmpeg', ['-nostdin', '-v', 'error', '-y', ...args, `file:${path}`])
  })
}

/** A file with exactly these bytes. */
export function bytesFixture(name: string, bytes: string | Buffer): Promise<string> {
  return remembered(name, (path) => writeFile(path, bytes))
}

/** Two seconds of 640×360 at 30 with sound: the source that nothing is odd about. */
export function ordinary(): Promise<string> {
  return fixture('ordinary.mp4', [
    ...picture('640x360', 30, 2),
    ...tone('stereo', 2),
    ...quickH264,
    '-c:a',
    'aac',
    '-shortest',
  ])
}

/** The source with its track header's matrix replaced (ffmpeg 5.1 has no option for it). */
export function withMatrix(
  name: string,
  source: string,
  matrix: [number, number, number, number]
): Promise<string> {
  return remembered(name, async (path) => {
    const bytes = await readFile(source)
    const header = bytes.indexOf('tkhd') + 4
    const [a, b, c, d] = matrix
    // ISO/IEC 14496-12, 8.3.2.2, version 0: the matrix begins 40 bytes into the box; rows of a b u, c d v.
    const at = (index: number, value: number) => bytes.writeInt32BE(value * 0x10000, header + 40 + index * 4)
    at(0, a)
    at(1, b)
    at(3, c)
    at(4, d)
    await writeFile(path, bytes)
  })
}

/** An AVI of bare pictures whose header claims both sides to be this long. */
export function withHeaderSize(name: string, source: string, side: number): Promise<string> {
  return remembered(name, async (path) => {
    const bytes = await readFile(source)
    // The first stream format is a BITMAPINFOHEADER: its size, then width and height.
    const header = bytes.indexOf('strf') + 8
    bytes.writeUInt32LE(side, header + 4)
    bytes.writeUInt32LE(side, header + 8)
    await writeFile(path, bytes)
  })
}

function remembered(name: string, make: (path: string) => Promise<void>): Promise<string> {
  const known = made.get(name)
  if (known) return known
  const making = folder.then(async (root) => {
    const path = join(root, name)
    await make(path)
    return path
  })
  made.set(name, making)
  return making
}
