import { av1Command } from './arguments/av1.js'
import { planAv1 } from './av1_ladder.js'
import { checkRenditions } from './check.js'
import { planWithCopy } from './copy_planning.js'
import { TranscodeError } from './failures.js'
import { runFfmpeg } from './ffmpeg.js'
import { FileOutlet } from './file_outlet.js'
import { FolderWatch } from './folder_watch.js'
import { planTranscode } from './ladder.js'
import { limits, outputLimitBytes, timeLimitSeconds } from './limits.js'
import { writeMediaPlaylists } from './playlist_files.js'
import { probe } from './probe.js'
import type { TranscodedRendition } from './result.js'
import type { TranscodeRequest } from './transcode.js'

/** It takes several times as long as the ladder that people wait for. */
const patience = 6

/**
 * The pictures of a source once more, in AV1, beside a tree that is there already: segments and media playlists, to be
 * named in its multivariant playlist by `withAv1`. More polite to the machine than `transcode`, because nobody waits.
 *
 * @throws TranscodeError; what `onFile` throws comes through as it is
 */
export async function transcodeAv1(
  request: Pick<TranscodeRequest, 'sourcePath' | 'outputDirectory' | 'signal' | 'planOptions' | 'onFile'>
): Promise<TranscodedRendition[]> {
  const { sourcePath, outputDirectory: root } = request
  const source = await probe(sourcePath, { signal: request.signal })
  // With the target duration of the tree that is there: all playlists of a presentation have one.
  const plan = planAv1((await planWithCopy(source, planTranscode(source, request.planOptions))).plan)
  if (!plan.picture) throw new TranscodeError('E_SOURCE_NO_VIDEO', 'there is no picture to make')
  const stop = new AbortController()
  const signal = AbortSignal.any([stop.signal, ...(request.signal ? [request.signal] : [])])
  const fail = (cause: unknown) => stop.abort(cause)
  const outlet = new FileOutlet(request.onFile?.bind(request), fail)
  const total = plan.rungs.reduce((sum, rung) => sum + rung.maximumBitrateBps, 0)
  const watch = await FolderWatch.start(root, plan, outlet, {
    limitBytes: outputLimitBytes(total, plan.durationSeconds ?? limits.durationSeconds),
    hasHead: false,
    onFailure: fail,
  })
  try {
    await runFfmpeg(av1Command(sourcePath, plan), {
      cwd: root,
      signal,
      niceness: limits.leastNiceness,
      timeoutSeconds: patience * timeLimitSeconds(plan.durationSeconds ?? limits.durationSeconds),
    })
    await watch.finish()
    const renditions = checkRenditions(plan, watch.folders)
    const folders = watch.folders.values()
    for (const file of await writeMediaPlaylists(root, folders, [], plan.targetDurationSeconds))
      outlet.offer(file)
    await outlet.drain()
    return renditions
  } catch (cause) {
    // What stopped the encoder is the reason, not that it was stopped.
    if (stop.signal.aborted && !request.signal?.aborted) throw stop.signal.reason
    throw cause
  } finally {
    watch.stop()
    await outlet.stop()
  }
}
