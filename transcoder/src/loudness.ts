import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { madeLoudnessLog } from './arguments/audio.js'
import type { AudioPlan } from './plan.js'

/** Integrated loudness that every skit gets, so that nobody reaches for the volume between two. */
export const targetLufs = -16
/** Below this there is nothing but noise, which must not be made loud. */
const silentLufs = -55
const largestGainDb = 26
/** AAC takes a little off what is like noise (0.3 to 0.9 LU seen), an MP3 made of it as much again. */
const aimedLufs = targetLufs + 0.4
/** Nobody hears less, and it is well within what was promised. */
const nearEnoughDb = 0.4

export const isSilent = (lufs: number) => lufs < silentLufs

/** The integrated loudness of all that was made of a track; null for silence. */
export async function madeLoudness(root: string, audio: AudioPlan): Promise<number | null> {
  return readLoudness(await readFile(join(root, madeLoudnessLog(audio.name)), 'utf8'))
}

/**
 * Pure: the gain that brings what was made to the target, null where it is near enough or there is nothing to hear
 * (silence and noise are not made loud).
 */
export function correctedGain(madeLufs: number | null, gainDb: number): number | null {
  if (madeLufs === null || isSilent(madeLufs)) return null
  const missingDb = aimedLufs - madeLufs
  const better = Math.min(largestGainDb, gainDb + missingDb)
  return Math.abs(missingDb) < nearEnoughDb || Math.abs(better - gainDb) < nearEnoughDb ? null : better
}

/** Pure: the last integrated loudness of ametadata's log, null where there is none. */
export function readLoudness(log: string): number | null {
  const last = log.match(/lavfi\.r128\.I=(-?[\d.]+)/g)?.at(-1)
  return last ? Number(last.split('=')[1]) : null
}
