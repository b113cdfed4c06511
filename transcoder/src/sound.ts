import { audioCommand } from './arguments/audio.js'
import { decided } from './decisions.js'
import { type Encoding, isOwnFailure, running } from './encoding.js'
import { runFfmpeg } from './ffmpeg.js'
import type { FolderWatch } from './folder_watch.js'
import { limits } from './limits.js'
import { correctedGain, estimatedGain, madeLoudness, targetLufs } from './loudness.js'
import { type AudioPlan, soundOf } from './plan.js'

/** Claps among quiet speech make most of its loudness, and the limiter takes them away: once more may be needed. */
const corrections = 2

/**
 * All sound tracks, one after the other. A track that breaks the decoder costs the sound; only a stop from outside
 * fails the whole.
 *
 * @returns the tracks, each under the name of the rendition that has got the right loudness
 */
export async function encodeSound(
  encoding: Encoding,
  watch: FolderWatch,
  onProgress: (fraction: number) => void
): Promise<AudioPlan[]> {
  const made: AudioPlan[] = []
  for (const track of soundOf(encoding.plan))
    made.push(await encodeTrack(encoding, track, watch, made.length === 0 ? onProgress : () => {}))
  return made
}

/**
 * People watch while a video is being made, so a track is begun with an estimated gain. Where the whole of it comes out
 * too loud or too quiet, it is made again beside it, and takes its place in the playlist that ends the making.
 */
async function encodeTrack(
  encoding: Encoding,
  audio: AudioPlan,
  watch: FolderWatch,
  onProgress: (fraction: number) => void
): Promise<AudioPlan> {
  const { plan, sourcePath, root, signal } = encoding
  const estimate = await estimatedGain(sourcePath, plan, audio, { cwd: root, signal })
  let { lufs, gainDb } = estimate
  // The one that came to its end last: of a second try that breaks off, the first is kept
  let made = audio
  let next = audio
  const begun = watch.hasBegun(audio.name, signal)
  const isMain = audio === plan.audio
  for (let time = 0; await encodeOnce(encoding, { made: next, gainDb, isMain, begun }, onProgress); time++) {
    made = next
    const madeLufs = await madeLoudness(root, made)
    lufs ??= time === 0 ? madeLufs : null
    const better = time < corrections ? correctedGain(madeLufs, gainDb) : null
    if (better === null) break
    gainDb = better
    next = { ...audio, name: `${audio.name}-${time + 2}` }
    await watch.addSound(next.name)
  }
  plan.decisions.push(
    !estimate.wasMeasured && made === audio
      ? decided('loudness_unknown', { rendition: audio.name })
      : lufs === null || gainDb === 0
        ? decided('loudness_too_low', { rendition: audio.name })
        : decided('loudness_measured', { rendition: audio.name, lufs, gainDb, targetLufs })
  )
  return made
}

/** @returns whether it came to its end */
async function encodeOnce(
  encoding: Encoding,
  { made, gainDb, isMain, begun }: { made: AudioPlan; gainDb: number; isMain: boolean; begun: Promise<void> },
  onProgress: (fraction: number) => void
): Promise<boolean> {
  const { plan, sourcePath } = encoding
  try {
    await runFfmpeg(audioCommand(sourcePath, made, gainDb, isMain), {
      ...running(encoding),
      niceness: limits.firstNiceness,
      // There is something to hear, and it is made far quicker than it is heard.
      yieldsAfter: begun,
      onProgress: ({ outputSeconds }) => {
        // Of a skit with pictures the sound is done long before, and says nothing of the whole.
        if (!plan.picture && plan.durationSeconds)
          onProgress(Math.min(0.97, outputSeconds / plan.durationSeconds))
      },
    })
    return true
  } catch (cause) {
    if (!isOwnFailure(cause)) throw cause
    const lastWords = cause.detail.stderrTail?.at(-1) ?? ''
    plan.decisions.push(decided('sound_broke_off', { rendition: made.name, lastWords }))
    return false
  }
}
