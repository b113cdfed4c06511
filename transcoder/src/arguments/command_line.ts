/** One ffmpeg command as data: the builders make it, `ffmpeg.ts` runs it, tests compare its argv. */
export interface CommandLine {
  inputs: { options: string[]; url: string }[]
  globals: string[]
  filterGraph: string | null
  outputs: { options: string[]; target: string }[]
}

/** The flat argument list, in the order in which ffmpeg will be given it. */
export function argvOf(command: CommandLine): string[] {
  return [
    ...command.inputs.flatMap(({ options, url }) => [...options, '-i', url]),
    ...command.globals,
    '-y',
    ...(command.filterGraph ? ['-filter_complex', command.filterGraph] : []),
    ...command.outputs.flatMap(({ options, target }) => [...options, target]),
  ]
}

/**
 * Globals of every run: no terminal, machine-readable progress on stderr (twice a second, so that
 * a stall is seen by what stops moving), only errors otherwise, and no header with build details.
 */
export const quietGlobals = [
  '-hide_banner',
  '-nostdin',
  '-nostats',
  '-loglevel',
  'error',
  '-progress',
  'pipe:2',
  '-stats_period',
  '0.5',
]
