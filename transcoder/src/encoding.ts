import { headCommand, videoCommand } from './arguments/video.js'
import type { DecodedPicture } from './copy_trust.js'
import { decided } from './decisions.js'
import { TranscodeError } from './failures.js'
import { runFfmpeg } from './ffmpeg.js'
import type { FolderWatch } from './folder_watch.js'
import { limits, timeLimitSeconds } from './limits.js'
import type { TranscodePlan } from './plan.js'

export interface Encoding {
  sourcePath: string
  root: string
  plan: TranscodePlan
  signal: AbortSignal
}

const headStartFromShortSide = 720
/** Enough to see that there was something; a damaged source brings one for each picture. */
const mostMessages = 100

/** Whether the ladder is slow enough to begin that the lowest rung gets a head start. */
export function wantsHeadStart({ rungs }: TranscodePlan): boolean {
  const top = rungs[0]
  // A copy is there at once.
  if (!top || top.isCopied || rungs.length === 1) return false
  return Math.min(top.width, top.height) >= headStartFromShortSide
}

/**
 * The picture: the head start until it has a segment, then the whole ladder in one process.
 *
 * @returns null where there is none
 */
export async function encodePicture(
  encoding: Encoding,
  watch: FolderWatch,
  onProgress: (fraction: number) => void
): Promise<DecodedPicture | null> {
  const { plan, sourcePath, signal } = encoding
  if (!plan.picture) return null
  let framesMade = 0
  const messages: string[] = []
  const lowestBegun = watch.hasBegun(plan.rungs.at(-1)!.name, signal)
  const head = wantsHeadStart(plan) ? encodeHead(encoding, lowestBegun) : Promise.resolve()
  try {
    // Side by side from the start, the ladder would take the head's processor time.
    await Promise.race([head, lowestBegun])
    await runFfmpeg(videoCommand(sourcePath, plan), {
      ...running(encoding),
      onProgress: ({ frames, outputSeconds }) => {
        framesMade = frames
        // The last hundredths are the poster's and the playlists'.
        if (plan.durationSeconds) onProgress(Math.min(0.97, outputSeconds / plan.durationSeconds))
      },
      onMessage: (line) => messages.length < mostMessages && messages.push(line),
    })
    return { frames: framesMade, messages }
  } catch (cause) {
    if (!isOwnFailure(cause) || cause.code !== 'E_TRANSCODE_INTERNAL' || framesMade > 0) throw cause
    const message = 'no picture of the source could be decoded'
    throw new TranscodeError('E_SOURCE_UNDECODABLE', message, { cause, detail: cause.detail })
  } finally {
    await head
  }
}

/** What fails here will fail in the ladder too, and is told there. */
async function encodeHead(encoding: Encoding, begun: Promise<void>) {
  try {
    await runFfmpeg(headCommand(encoding.sourcePath, encoding.plan), {
      ...running(encoding),
      niceness: limits.firstNiceness,
      // There is something to play: the other rungs are waited for too, but what is played must not run out.
      yieldsAfter: begun,
      yieldsTo: limits.niceness,
    })
  } catch (cause) {
    if (!(cause instanceof TranscodeError)) throw cause
    encoding.plan.decisions.push(decided('no_head_start', { failure: cause.code }))
  }
}

/** What the copy was to be, encoded after all, with the same cuts. Its folder has been emptied. */
export async function encodeTopRung(encoding: Encoding): Promise<void> {
  const { sourcePath, plan } = encoding
  const rungs = plan.rungs.slice(0, 1)
  await runFfmpeg(videoCommand(sourcePath, { ...plan, rungs, storyboard: null }), running(encoding))
}

export function running({ root, signal, plan }: Encoding) {
  return { cwd: root, signal, timeoutSeconds: timeLimitSeconds(plan.durationSeconds ?? 3600) }
}

/** ffmpeg ended by itself with an error, as opposed to having been stopped. */
export function isOwnFailure(cause: unknown): cause is TranscodeError {
  return (
    cause instanceof TranscodeError &&
    (cause.code === 'E_TRANSCODE_INTERNAL' || cause.code === 'E_TRANSCODE_OUT_OF_MEMORY')
  )
}
