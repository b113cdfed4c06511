import { statfs } from 'node:fs/promises'
import { audioCommand } from './arguments/audio.js'
import { videoCommand } from './arguments/video.js'
import { checkRenditions } from './check.js'
import { TranscodeError } from './failures.js'
import { runFfmpeg } from './ffmpeg.js'
import { FileOutlet } from './file_outlet.js'
import { FolderWatch } from './folder_watch.js'
import { planTranscode } from './ladder.js'
import { outputLimitBytes, timeLimitSeconds } from './limits.js'
import type { PlanOptions, TranscodePlan } from './plan.js'
import { writePlaylists } from './playlist_files.js'
import { makePoster } from './poster.js'
import { probe } from './probe.js'
import type { TranscodedFile, TranscodeResult } from './result.js'
import type { SourceProbe } from './source_probe.js'

export interface TranscodeRequest {
  sourcePath: string
  /** A private, empty folder; the caller empties it afterwards, however this ends. */
  outputDirectory: string
  signal?: AbortSignal
  planOptions?: PlanOptions
  onPlan?(plan: TranscodePlan, source: SourceProbe): void | Promise<void>
  /** 0 to 1, never downwards. */
  onProgress?(fraction: number): void
  /** Every file as soon as it is final; a few are awaited at a time; playlists come last. */
  onFile?(file: TranscodedFile): Promise<void>
}

const leastFreeBytes = 32 * 1024 * 1024

/**
 * Makes the HLS tree of one source.
 *
 * @throws TranscodeError with one of `failureCodes`; what `onFile` or `onPlan` throw comes through as it is
 */
export async function transcode(request: TranscodeRequest): Promise<TranscodeResult> {
  const source = await probe(request.sourcePath, { signal: request.signal })
  const plan = planTranscode(source, request.planOptions)
  await request.onPlan?.(plan, source)
  try {
    return await encode(request, plan)
  } catch (cause) {
    if (cause instanceof TranscodeError && cause.code === 'E_TRANSCODE_INTERNAL') {
      const { bavail, bsize } = await statfs(request.outputDirectory)
      if (bavail * bsize < leastFreeBytes) {
        throw new TranscodeError('E_SCRATCH_FULL', 'the scratch disk is full', {
          cause,
          detail: cause.detail,
        })
      }
    }
    throw cause
  }
}

async function encode(request: TranscodeRequest, plan: TranscodePlan): Promise<TranscodeResult> {
  const stop = new AbortController()
  const signal = AbortSignal.any([stop.signal, ...(request.signal ? [request.signal] : [])])
  const outlet = new FileOutlet(request.onFile?.bind(request), (cause) => stop.abort(cause))
  const watch = await FolderWatch.start(request.outputDirectory, plan, outlet, {
    limitBytes: outputLimit(plan),
    onFailure: (cause) => stop.abort(cause),
  })
  try {
    await Promise.all([
      encodePicture(request, plan, signal).catch(stopAnd(stop)),
      encodeSound(request, plan, signal).catch(stopAnd(stop)),
    ])
    await watch.finish()
    const renditions = checkRenditions(plan, watch.folders)
    const poster = await makePoster(request.outputDirectory, watch.folders.get(plan.rungs[0]!.name)!, signal)
    outlet.offer(poster)
    await outlet.drain()
    const playlists = await writePlaylists(request.outputDirectory, renditions, watch.folders, outlet)
    request.onProgress?.(1)
    return {
      durationSeconds: watch.durationOf(plan.rungs[0]!.name),
      width: plan.rungs[0]!.width,
      height: plan.rungs[0]!.height,
      orientation: plan.orientation,
      hasAudio: renditions.some(({ kind }) => kind === 'audio'),
      renditions,
      posterName: poster.name,
      playlistName: playlists.multivariantName,
      decisions: plan.decisions,
    }
  } catch (cause) {
    // What stopped the encoders is the reason, not that they were stopped.
    if (stop.signal.aborted && !request.signal?.aborted) throw stop.signal.reason
    throw cause
  } finally {
    watch.stop()
  }
}

/** Fails the whole and stops the other process. */
function stopAnd(stop: AbortController) {
  return (cause: unknown): never => {
    if (!stop.signal.aborted) stop.abort(cause)
    throw cause
  }
}

async function encodePicture(request: TranscodeRequest, plan: TranscodePlan, signal: AbortSignal) {
  const report = monotonic(request.onProgress)
  let framesMade = 0
  try {
    await runFfmpeg(videoCommand(request.sourcePath, plan), {
      cwd: request.outputDirectory,
      signal,
      timeoutSeconds: timeLimitSeconds(plan.durationSeconds ?? 3600),
      onProgress: ({ frames, outputSeconds }) => {
        framesMade = frames
        // The last hundredths are the poster's and the playlists'.
        if (plan.durationSeconds) report(Math.min(0.97, outputSeconds / plan.durationSeconds))
      },
    })
  } catch (cause) {
    const failed = cause instanceof TranscodeError && cause.code === 'E_TRANSCODE_INTERNAL'
    if (!failed || framesMade > 0) throw cause
    const message = 'no picture of the source could be decoded'
    throw new TranscodeError('E_SOURCE_UNDECODABLE', message, { cause, detail: cause.detail })
  }
}

/** A sound track that breaks the decoder costs the sound; only a stop from outside fails the whole. */
async function encodeSound(request: TranscodeRequest, plan: TranscodePlan, signal: AbortSignal) {
  if (!plan.audio) return
  try {
    await runFfmpeg(audioCommand(request.sourcePath, plan.audio), {
      cwd: request.outputDirectory,
      signal,
      timeoutSeconds: timeLimitSeconds(plan.durationSeconds ?? 3600),
    })
  } catch (cause) {
    if (!(cause instanceof TranscodeError) || cause.code !== 'E_TRANSCODE_INTERNAL') throw cause
    plan.decisions.push(
      `the sound could not be decoded to its end (ffmpeg: ${cause.detail.stderrTail?.at(-1)})`
    )
  }
}

function monotonic(onProgress: ((fraction: number) => void) | undefined) {
  let highest = 0
  return (fraction: number) => {
    if (fraction <= highest) return
    highest = fraction
    onProgress?.(fraction)
  }
}

function outputLimit(plan: TranscodePlan): number {
  const total = plan.rungs.reduce((sum, rung) => sum + rung.maximumBitrateBps, plan.audio?.bitrateBps ?? 0)
  return outputLimitBytes(total, plan.durationSeconds ?? 3600)
}
