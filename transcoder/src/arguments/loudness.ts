import type { AudioPlan } from '../plan.js'
import { type CommandLine, quietGlobals } from './command_line.js'
import { hostileSource } from './input.js'
import { evenSound, soundInput } from './sound_filters.js'

/** Up to this length all of the sound is measured; longer ones in windows spread over it. */
const measuredWholeSeconds = 20
const windows = 4
const windowSeconds = 4

/** Where the measurement is written: per 0.1 s the loudness so far, the last one counting. */
export const loudnessLog = 'loudness.txt'

/**
 * Measures the integrated loudness (EBU R128) of a sound track without touching the picture. All but short
 * sources are only looked into, so that the first segment does not wait for it.
 */
export function loudnessCommand(
  sourcePath: string,
  audio: AudioPlan,
  durationSeconds: number | null
): CommandLine {
  const source = hostileSource(sourcePath)
  const starts = windowStarts(durationSeconds)
  const input = (start: number | null) => ({
    options: [
      ...source.options,
      ...soundInput,
      ...(start === null ? [] : ['-ss', start.toFixed(3), '-t', String(windowSeconds)]),
    ],
    url: source.url,
  })
  const measure = [
    // Frame by frame into the log; its own summary would need a chattier log level.
    'ebur128=framelog=verbose:metadata=1',
    `ametadata=mode=print:file=${loudnessLog}`,
  ]
  const parts = (starts ?? [null]).map(
    (_, index) =>
      `[${index}:${audio.sourceIndex}]${evenSound(audio).join(',')},asetpts=PTS-STARTPTS[part${index}]`
  )
  const labels = parts.map((_, index) => `[part${index}]`).join('')
  return {
    inputs: starts ? starts.map(input) : [input(null)],
    globals: quietGlobals,
    filterGraph: `${parts.join(';')};${labels}concat=n=${parts.length}:v=0:a=1,${measure.join(',')}[measured]`,
    outputs: [{ options: ['-map', '[measured]', '-f', 'null'], target: '-' }],
  }
}

function windowStarts(durationSeconds: number | null): number[] | null {
  if (durationSeconds === null || durationSeconds <= measuredWholeSeconds) return null
  const step = durationSeconds / windows
  return Array.from({ length: windows }, (_, index) => (index + 0.5) * step - windowSeconds / 2)
}
