import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { loudnessCommand, loudnessLog } from './arguments/loudness.js'
import { decided } from './decisions.js'
import { TranscodeError } from './failures.js'
import { runFfmpeg } from './ffmpeg.js'
import type { AudioPlan, TranscodePlan } from './plan.js'

/** Integrated loudness that every skit gets, so that nobody reaches for the volume between two. */
export const targetLufs = -16
/** Below this there is nothing but noise, which must not be made loud. */
const silentLufs = -55
const largestGainDb = 26
const timeoutSeconds = 600

/**
 * Measures the sound and decides its gain, in dB. 0 for silence, and where it cannot be measured: an
 * unusual loudness is no reason to fail.
 */
export async function measuredGain(
  sourcePath: string,
  plan: TranscodePlan,
  audio: AudioPlan,
  options: { cwd: string; signal: AbortSignal }
): Promise<number> {
  const log = join(options.cwd, loudnessLog)
  try {
    await runFfmpeg(loudnessCommand(sourcePath, audio, plan.durationSeconds), {
      ...options,
      timeoutSeconds,
    })
    const lufs = readLoudness(await readFile(log, 'utf8'))
    const gainDb = gainFor(lufs)
    plan.decisions.push(
      lufs === null || gainDb === null
        ? decided('loudness_too_low', { rendition: audio.name })
        : decided('loudness_measured', { rendition: audio.name, lufs, gainDb, targetLufs })
    )
    return gainDb ?? 0
  } catch (cause) {
    if (!(cause instanceof TranscodeError) || cause.code !== 'E_TRANSCODE_INTERNAL') throw cause
    plan.decisions.push(decided('loudness_unknown', { rendition: audio.name }))
    return 0
  } finally {
    await rm(log, { force: true })
  }
}

/** Pure: the last integrated loudness of ametadata's log, null where there is none. */
export function readLoudness(log: string): number | null {
  const last = log.match(/lavfi\.r128\.I=(-?[\d.]+)/g)?.at(-1)
  return last ? Number(last.split('=')[1]) : null
}

/** Pure: the gain from a loudness to the target, null where the sound is as good as silent. */
export function gainFor(lufs: number | null): number | null {
  if (lufs === null || lufs < silentLufs) return null
  return Math.min(largestGainDb, targetLufs - lufs)
}
