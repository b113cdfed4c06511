import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { loudnessCommand, loudnessLog } from './arguments/loudness.js'
import { levelled, limiterCeiling } from './arguments/sound_filters.js'
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

/** Where the limiter would take more than this off the peaks, what it leaves is measured too. */
const muchLimitedDb = 6
const corrections = 2
const nearEnoughDb = 0.5

interface Measuring {
  sourcePath: string
  plan: TranscodePlan
  audio: AudioPlan
  cwd: string
  signal: AbortSignal
}

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
  const measuring = { sourcePath, plan, audio, ...options }
  try {
    const { lufs, peakDb } = await measure(measuring)
    const wantedDb = gainFor(lufs)
    if (lufs === null || wantedDb === null) {
      plan.decisions.push(decided('loudness_too_low', { rendition: audio.name }))
      return 0
    }
    const ceilingDb = 20 * Math.log10(limiterCeiling)
    const isMuchLimited = peakDb !== null && peakDb + wantedDb - ceilingDb > muchLimitedDb
    const gainDb = isMuchLimited ? await correctedGain(measuring, wantedDb) : wantedDb
    plan.decisions.push(decided('loudness_measured', { rendition: audio.name, lufs, gainDb, targetLufs }))
    return gainDb
  } catch (cause) {
    if (!(cause instanceof TranscodeError) || cause.code !== 'E_TRANSCODE_INTERNAL') throw cause
    plan.decisions.push(decided('loudness_unknown', { rendition: audio.name }))
    return 0
  }
}

/** Claps among quiet speech: they make most of the loudness, and the limiter takes them away. */
async function correctedGain(measuring: Measuring, wantedDb: number): Promise<number> {
  let gainDb = wantedDb
  for (let time = 0; time < corrections; time++) {
    const { lufs } = await measure(measuring, levelled(gainDb))
    const missingDb = lufs === null ? 0 : targetLufs - lufs
    if (Math.abs(missingDb) < nearEnoughDb) break
    gainDb = Math.min(largestGainDb, gainDb + missingDb)
  }
  return gainDb
}

async function measure({ sourcePath, plan, audio, cwd, signal }: Measuring, filters: string[] = []) {
  const log = join(cwd, loudnessLog)
  try {
    const command = loudnessCommand(sourcePath, audio, plan.durationSeconds, filters)
    await runFfmpeg(command, { cwd, signal, timeoutSeconds })
    const text = await readFile(log, 'utf8')
    return { lufs: readLoudness(text), peakDb: readPeak(text) }
  } finally {
    await rm(log, { force: true })
  }
}

/** Pure: the last integrated loudness of ametadata's log, null where there is none. */
export function readLoudness(log: string): number | null {
  const last = log.match(/lavfi\.r128\.I=(-?[\d.]+)/g)?.at(-1)
  return last ? Number(last.split('=')[1]) : null
}

/** Pure: the highest sample so far, in dB below full scale. */
function readPeak(log: string): number | null {
  const last = log.match(/lavfi\.r128\.sample_peak=([\d.]+)/g)?.at(-1)
  return last ? 20 * Math.log10(Number(last.split('=')[1])) : null
}

/** Pure: the gain from a loudness to the target, null where the sound is as good as silent. */
export function gainFor(lufs: number | null): number | null {
  if (lufs === null || lufs < silentLufs) return null
  return Math.min(largestGainDb, targetLufs - lufs)
}
