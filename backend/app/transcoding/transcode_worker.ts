import logger from '@adonisjs/core/services/logger'
import db from '@adonisjs/lucid/services/db'
import { storage } from '#app/core/media_storage'
import type { JobWorker, RunningJob } from '#app/jobs/queue'
import Revision from '#app/videos/revision'
import Transcode from '#app/videos/transcode'
import { failTranscode, finishTranscode } from './finish_transcode.js'
import { isFinal, makeRevision, waitAgain } from './make_revision.js'
import type { TranscodePayload } from './start_transcode.js'

export const transcodeWorker: JobWorker<TranscodePayload> = {
  async handle(job) {
    const { transcodeId } = job.payload
    const transcode = await Transcode.find(transcodeId)
    const revision = transcode && (await Revision.find(transcode.revisionId))
    // The video was deleted while its job waited
    if (!transcode || !revision) return job.complete(async () => {})
    try {
      const result = await makeRevision(job, transcode, revision)
      await job.complete((trx) => finishTranscode(trx, transcodeId, result))
      await removeOtherTrees(revision)
    } catch (error) {
      if (!isFinal(error)) {
        // Where this cannot be told any more, the next attempt is only more careful than it need be
        await waitAgain(job).catch((cause: unknown) =>
          logger.debug({ err: cause, transcodeId }, 'the end of an attempt could not be told')
        )
        throw error
      }
      logger.info({ err: error, detail: error.detail, transcodeId }, 'a source cannot be transcoded')
      await failFor(job, error.code, describe(error))
    }
  },

  async exhausted(job, error) {
    await db.transaction((trx) =>
      failTranscode(trx, job.payload.transcodeId, { code: 'E_TRANSCODE_ATTEMPTS', detail: error })
    )
  },
}

const failFor = (job: RunningJob<TranscodePayload>, code: string, detail: string) =>
  job.complete((trx) => failTranscode(trx, job.payload.transcodeId, { code, detail }))

/** For operators: what failed, the command, and its last words. */
function describe(error: { message: string; detail: unknown }): string {
  return JSON.stringify({ message: error.message, ...(error.detail as object) })
}

/** Trees of attempts that came to nothing. */
async function removeOtherTrees(revision: Revision): Promise<void> {
  const stale = new Set<string>()
  for await (const { key } of storage.list(revision.privateRoot)) {
    const tree = key.slice(revision.privateRoot.length).split('/')[0]!
    if (tree !== revision.tree) stale.add(tree)
  }
  for (const tree of stale) await storage.deletePrefix(`${revision.privateRoot}${tree}/`)
}
