import { statfs } from 'node:fs/promises'
import { checkRenditions } from './check.js'
import type { CopiedRung } from './copied_rung.js'
import { copyTopRung, keepCopy } from './copy_keeping.js'
import { planWithCopy } from './copy_planning.js'
import { makeDownloads } from './downloads.js'
import { encodePicture, wantsHeadStart } from './encoding.js'
import { TranscodeError } from './failures.js'
import { FileOutlet } from './file_outlet.js'
import { FolderWatch } from './folder_watch.js'
import { planTranscode } from './ladder.js'
import { outputLimitBytes } from './limits.js'
import type { PlanOptions, TranscodePlan } from './plan.js'
import { writeMediaPlaylists, writeMultivariant } from './playlist_files.js'
import { makePoster, makeSoundPoster } from './poster.js'
import { probe } from './probe.js'
import type { TranscodedFile, TranscodeResult } from './result.js'
import { encodeSound } from './sound.js'
import type { SourceProbe } from './source_probe.js'
import { storyboardFiles } from './storyboard.js'

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
  const { plan, copy } = await planWithCopy(source, planTranscode(source, request.planOptions))
  await request.onPlan?.(plan, source)
  try {
    return await encode(request, plan, copy)
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

async function encode(
  request: TranscodeRequest,
  plan: TranscodePlan,
  copy: CopiedRung | null
): Promise<TranscodeResult> {
  const stop = new AbortController()
  const signal = AbortSignal.any([stop.signal, ...(request.signal ? [request.signal] : [])])
  const fail = (cause: unknown) => stop.abort(cause)
  const outlet = new FileOutlet(request.onFile?.bind(request), fail)
  const watch = await FolderWatch.start(request.outputDirectory, plan, outlet, {
    limitBytes: outputLimit(plan),
    hasHead: wantsHeadStart(plan),
    onFailure: fail,
  })
  const encoding = { sourcePath: request.sourcePath, root: request.outputDirectory, plan, signal }
  const report = monotonic(request.onProgress)
  try {
    // The first to fail stops the other, and both have ended before this does.
    const copying = copy ? copyTopRung(encoding, copy, () => outlet.room()) : Promise.resolve()
    const work = [
      encodePicture(encoding, watch, report),
      encodeSound(encoding, watch, report),
      copying,
    ] as const
    const [decoded, [audio = null, ...otherAudio]] = await settled(work, fail)
    await watch.finish()
    if (copy && decoded) await keepCopy(encoding, copy, decoded, { watch, outlet })
    return await finish(request, { ...plan, audio, otherAudio }, { watch, outlet, signal })
  } catch (cause) {
    // What stopped the encoders is the reason, not that they were stopped.
    if (stop.signal.aborted && !request.signal?.aborted) throw stop.signal.reason
    throw cause
  } finally {
    watch.stop()
    // Once this has ended, nobody reads the scratch folder any more.
    await outlet.stop()
  }
}

/** After the encoders: everything that is made of the segments, delivered with the playlists last. */
async function finish(
  request: TranscodeRequest,
  plan: TranscodePlan,
  { watch, outlet, signal }: { watch: FolderWatch; outlet: FileOutlet; signal: AbortSignal }
): Promise<TranscodeResult> {
  const root = request.outputDirectory
  const renditions = checkRenditions(plan, watch.folders)
  const main = watch.folders.get((plan.rungs[0] ?? plan.audio)!.name)!
  const durationSeconds = watch.durationOf(main.name)
  const judged = watch.folders.get(plan.rungs.at(-1)?.name ?? main.name)!
  if (plan.storyboard) {
    const { frameRate } = plan.rungs.at(-1)!
    for (const file of await storyboardFiles(root, plan.storyboard, frameRate, durationSeconds))
      outlet.offer(file)
  }
  const folders = watch.folders.values()
  const playlists = await writeMediaPlaylists(root, folders, renditions, plan.targetDurationSeconds)
  for (const file of await makeDownloads(root, renditions, { signal, durationSeconds })) outlet.offer(file)
  // Of sound alone it is drawn from the files to take away
  const poster = plan.picture
    ? await makePoster(root, { shown: main, judged }, signal)
    : await makeSoundPoster(root, signal)
  outlet.offer(poster)
  await outlet.drain()
  for (const file of playlists) outlet.offer(file)
  await outlet.drain()
  const multivariant = await writeMultivariant(root, watch.folders, renditions)
  outlet.offer(multivariant)
  await outlet.drain()
  request.onProgress?.(1)
  return {
    durationSeconds,
    width: plan.rungs[0]?.width ?? plan.width,
    height: plan.rungs[0]?.height ?? plan.height,
    orientation: plan.orientation,
    hasAudio: renditions.some(({ kind }) => kind === 'audio'),
    renditions,
    posterName: poster.name,
    playlistName: multivariant.name,
    decisions: plan.decisions,
  }
}

async function settled<Work extends readonly Promise<unknown>[]>(
  work: Work,
  onFailure: (cause: unknown) => void
) {
  const watched = work.map((one) =>
    one.catch((cause: unknown) => {
      onFailure(cause)
      throw cause
    })
  )
  const failed = (await Promise.allSettled(watched)).find(({ status }) => status === 'rejected')
  if (failed) throw (failed as PromiseRejectedResult).reason
  return Promise.all(work)
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
