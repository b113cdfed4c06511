import { type CommandLine, quietGlobals } from './command_line.js'

/** The sound of a file of ours as 16-bit PCM in one channel, from the very beginning of the film. */
export function speechCommand(inputPath: string, sampleRate: number, target: string): CommandLine {
  // Sound that begins later than the picture keeps its place
  const filter = `aresample=${sampleRate}:async=1:first_pts=0`
  return {
    inputs: [{ options: ['-protocol_whitelist', 'file'], url: `file:${inputPath}` }],
    globals: quietGlobals,
    filterGraph: null,
    outputs: [
      {
        options: [
          ...['-map', '0:a:0', '-vn', '-af', filter, '-ac', '1', '-ar', String(sampleRate)],
          ...['-c:a', 'pcm_s16le', '-map_metadata', '-1', '-fflags', '+bitexact', '-f', 'wav'],
        ],
        target,
      },
    ],
  }
}
