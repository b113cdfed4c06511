import { type CommandLine, quietGlobals } from './command_line.js'

/** Small grey picture on which candidates are judged. */
export const judgedSize = { width: 160, height: 160 }
const posterLongSide = 1280

/** The first frame of a file of ours (init and one segment), small and grey, as raw bytes. */
export function judgeCommand(input: string, target: string): CommandLine {
  const { width, height } = judgedSize
  return oneFrame(input, target, `scale=${width}:${height}:flags=area,format=gray`, ['-f', 'rawvideo'])
}

/** The same frame as JPEG, at most 1280 on its long side. */
export function posterCommand(input: string, target: string): CommandLine {
  const fit = `scale='min(${posterLongSide},iw)':'min(${posterLongSide},ih)':force_original_aspect_ratio=decrease`
  return oneFrame(input, target, `${fit}:out_range=full,format=yuvj420p`, [
    '-q:v',
    '4',
    '-f',
    'image2',
    '-update',
    '1',
  ])
}

function oneFrame(input: string, target: string, filter: string, format: string[]): CommandLine {
  return {
    inputs: [{ options: ['-protocol_whitelist', 'file', '-f', 'mov'], url: `file:${input}` }],
    globals: quietGlobals,
    filterGraph: null,
    outputs: [{ options: ['-frames:v', '1', '-vf', filter, ...format], target }],
  }
}
