import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { TranscodeError, transcode as encode, transcodeApart, type TranscodeResult } from '@hub/transcoder'
import { DateTime } from 'luxon'
import { storage } from '#app/core/media_storage'
import type { RunningJob } from '#app/jobs/queue'
import Revision, { type RevisionFiles } from '#app/videos/revision'
import Transcode from '#app/videos/transcode'
import { extraFile } from './extra_files.js'
import { GrowingPlaylists } from './growing_playlists.js'
import { progressReporter } from './progress_reporter.js'
import { withScratch } from './scratch.js'
import type { TranscodePayload } from './start_transcode.js'

export interface MadeRevision extends TranscodeResult {
  /** What was made beside the tree that players need. */
  extras: Partial<RevisionFiles>
}

/** One attempt: the source in, the tree in storage out. Nothing is final before the job's fenced end. */
export async function makeRevision(
  job: RunningJob<TranscodePayload>,
  transcode: Transcode,
  revision: Revision
): Promise<MadeRevision> {
  // An attempt that ended in an orderly way says so (`waitAgain`): during this one, its worker died
  const isSuspect = transcode.state === 'running'
  const tree = `${transcode.id}-${job.attempt}`
  await job.guard(async (trx) => {
    const startedAt = transcode.startedAt ?? DateTime.utc()
    await transcode
      .useTransaction(trx)
      .merge({ state: 'running', attempt: job.attempt, progress: 0, startedAt })
      .save()
    await revision.useTransaction(trx).merge({ tree, firstPlayableAt: null }).save()
  })
  const prefix = revision.privatePrefix
  const playlists = new GrowingPlaylists(storage, prefix, () =>
    job.guard(async (trx) => {
      await Revision.query({ client: trx })
        .where('id', revision.id)
        .update({ firstPlayableAt: DateTime.utc().toISO() })
    })
  )
  const report = progressReporter(job, transcode)
  const extras: Partial<RevisionFiles> = {}
  return withScratch({ name: tree, sourceSizeBytes: revision.sourceSizeBytes }, async (folder) => {
    const source = await storage.localFile(revision.sourceKey, { directory: folder, signal: job.signal })
    try {
      const result = await (isSuspect ? transcodeApart : encode)({
        sourcePath: source.path,
        outputDirectory: await outputFolder(folder),
        signal: job.signal,
        onPlan: (plan) => playlists.begin(plan),
        onProgress: report,
        onFile: async (file) => {
          await storage.putFile(prefix + file.name, file.path, {
            contentType: file.contentType,
            signal: job.signal,
          })
          await playlists.add(file)
          Object.assign(extras, extraFile(file))
        },
      })
      return { ...result, extras }
    } catch (error) {
      // The signal's own reason says more than what ffmpeg or the storage made of being stopped
      if (job.signal.aborted) throw job.signal.reason
      throw error
    } finally {
      await source.release()
    }
  })
}

/** An attempt ends, and another may follow: told beside the queue, so that it is not taken for a worker's death. */
export async function waitAgain(job: RunningJob<TranscodePayload>): Promise<void> {
  await job.guard(async (trx) => {
    await Transcode.query({ client: trx })
      .where({ id: job.payload.transcodeId, state: 'running' })
      .update({ state: 'queued' })
  })
}

/** What another try cannot help. */
export const isFinal = (error: unknown): error is TranscodeError =>
  error instanceof TranscodeError && !error.retryable

/** Beside the source, which on S3 is downloaded into the same scratch folder. */
async function outputFolder(scratch: string): Promise<string> {
  const folder = join(scratch, 'out')
  await mkdir(folder)
  return folder
}
