import type { AudioPlan } from '../plan.js'
import { type CommandLine, quietGlobals } from './command_line.js'
import { hostileSource } from './input.js'
import { evenSound, soundInput } from './sound_filters.js'

/** Up to this length all of the sound is measured; longer ones in windows spread over it. */
const measuredWholeSeconds = 90
const windows = 10
const windowSeconds = 5

/** Where the measurement is written: per 0.1 s the loudness and the peak so far, the last ones counting. */
export const loudnessLog = 'loudness.txt'

/**
 * Measures the integrated loudness (EBU R128) of a sound track without touching the picture. Long
 * sources are not read whole, so that the first segment does not wait for it.
 *
 * @param filters what is done to the sound before it is measured
 */
export function loudnessCommand(
  sourcePath: string,
  audio: AudioPlan,
  durationSeconds: number | null,
  filters: string[] = []
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
    ...filters,
    // Frame by frame into the log; its own summary would need a chattier log level.
    'ebur128=framelog=verbose:metadata=1:peak=sample',
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
