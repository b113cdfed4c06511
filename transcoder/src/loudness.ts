import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { madeLoudnessLog } from './arguments/audio.js'
import { loudnessCommand, loudnessLog } from './arguments/loudness.js'
import { TranscodeError } from './failures.js'
import { runFfmpeg } from './ffmpeg.js'
import { limits } from './limits.js'
import type { AudioPlan, TranscodePlan } from './plan.js'

/** Integrated loudness that every skit gets, so that nobody reaches for the volume between two. */
export const targetLufs = -16
/** Below this there is nothing but noise, which must not be made loud. */
const silentLufs = -55
const largestGainDb = 26
/** Nobody hears less, and it is well within what was promised. */
const nearEnoughDb = 0.7
const timeoutSeconds = 600

export interface Estimate {
  /** Of the source; null where it is as good as silent, or could not be measured. */
  lufs: number | null
  wasMeasured: boolean
  gainDb: number
}

/**
 * Estimates the gain from a look at the sound: the first segment waits for it. What comes of it is measured while it is
 * made (`madeLoudness`), and made again where that is not near enough. An unusual loudness is no reason to fail.
 */
export async function estimatedGain(
  sourcePath: string,
  plan: TranscodePlan,
  audio: AudioPlan,
  { cwd, signal }: { cwd: string; signal: AbortSignal }
): Promise<Estimate> {
  const log = join(cwd, loudnessLog)
  try {
    const command = loudnessCommand(sourcePath, audio, plan.durationSeconds)
    await runFfmpeg(command, { cwd, signal, timeoutSeconds, niceness: limits.firstNiceness })
    const lufs = readLoudness(await readFile(log, 'utf8'))
    return { lufs, wasMeasured: true, gainDb: gainFor(lufs) ?? 0 }
  } catch (cause) {
    if (!(cause instanceof TranscodeError) || cause.code !== 'E_TRANSCODE_INTERNAL') throw cause
    return { lufs: null, wasMeasured: false, gainDb: 0 }
  } finally {
    await rm(log, { force: true })
  }
}

/** The integrated loudness of all that was made of a track; null for silence. */
export async function madeLoudness(root: string, audio: AudioPlan): Promise<number | null> {
  return readLoudness(await readFile(join(root, madeLoudnessLog(audio.name)), 'utf8'))
}

/** Pure: the gain that brings what was made to the target, null where it is near enough or there is nothing to hear. */
export function correctedGain(madeLufs: number | null, gainDb: number): number | null {
  if (madeLufs === null || madeLufs < silentLufs) return null
  const missingDb = targetLufs - madeLufs
  const better = Math.min(largestGainDb, gainDb + missingDb)
  return Math.abs(missingDb) < nearEnoughDb || Math.abs(better - gainDb) < nearEnoughDb ? null : better
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
