import { audioCommand } from './arguments/audio.js'
import { decided } from './decisions.js'
import { type Encoding, isOwnFailure, running } from './encoding.js'
import { runFfmpeg } from './ffmpeg.js'
import type { FolderWatch } from './folder_watch.js'
import { limits } from './limits.js'
import { correctedGain, isSilent, madeLoudness, targetLufs } from './loudness.js'
import { type AudioPlan, soundOf } from './plan.js'

/** Claps among quiet speech make most of its loudness, and the limiter takes them away: once more may be needed. */
const corrections = 3

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
 * People watch while a video is being made, so a track begins at the source's own loudness, without a look at it first.
 * Where the whole of it comes out too loud or too quiet, it is made again beside it, and takes its place in the playlist
 * that ends the making.
 */
async function encodeTrack(
  encoding: Encoding,
  audio: AudioPlan,
  watch: FolderWatch,
  onProgress: (fraction: number) => void
): Promise<AudioPlan> {
  const { plan, root, signal } = encoding
  const begun = watch.hasBegun(audio.name, signal)
  if (!(await encodeOnce(encoding, { made: audio, gainDb: 0, begun }, onProgress))) {
    plan.decisions.push(decided('loudness_unknown', { rendition: audio.name }))
    return audio
  }
  const lufs = await madeLoudness(root, audio)
  let made = audio
  let madeLufs = lufs
  let gainDb = 0
  for (let time = 1; time <= corrections; time++) {
    const better = correctedGain(madeLufs, gainDb)
    if (better === null) break
    const next = { ...audio, name: `${audio.name}-${time + 1}` }
    await watch.addSound(next.name)
    // Of another try that breaks off, the one before is kept
    if (!(await encodeOnce(encoding, { made: next, gainDb: better, begun }, onProgress))) break
    made = next
    madeLufs = await madeLoudness(root, made)
    gainDb = better
  }
  plan.decisions.push(
    lufs === null || isSilent(lufs)
      ? decided('loudness_too_low', { rendition: audio.name })
      : decided('loudness_measured', { rendition: audio.name, lufs, gainDb, targetLufs })
  )
  return made
}

/** @returns whether it came to its end */
async function encodeOnce(
  encoding: Encoding,
  { made, gainDb, begun }: { made: AudioPlan; gainDb: number; begun: Promise<void> },
  onProgress: (fraction: number) => void
): Promise<boolean> {
  const { plan, sourcePath } = encoding
  try {
    await runFfmpeg(audioCommand(sourcePath, made, gainDb), {
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
