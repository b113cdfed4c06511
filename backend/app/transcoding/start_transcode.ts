import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import queue from '#app/jobs/service'
import User from '#app/accounts/user'
import type Revision from '#app/videos/revision'
import Transcode from '#app/videos/transcode'
import type Video from '#app/videos/video'

export const transcodeJob = 'transcode'

/** Owns the demo skits, which wait behind everybody else's work, also behind what a newcomer tries at the same moment. */
export const demoSkitsOwner = 'skits@demo.test'

export interface TranscodePayload {
  transcodeId: string
}

/** Enqueues the work in the caller's transaction: a video that was received is being made, or it was not received. */
export async function startTranscode(
  trx: TransactionClientContract,
  video: Video,
  revision: Revision
): Promise<void> {
  const transcode = await Transcode.create(
    { revisionId: revision.id, state: 'queued', attempt: 0, progress: 0, enqueuedAt: DateTime.utc() },
    { client: trx }
  )
  const owner = await User.findOrFail(video.ownerId, { client: trx })
  transcode.jobId = await queue.push<TranscodePayload>(
    {
      name: transcodeJob,
      payload: { transcodeId: transcode.id },
      fairnessKey: video.agencyId ?? video.ownerId,
      priority: owner.email === demoSkitsOwner ? -50 : 0,
    },
    trx
  )
  await transcode.useTransaction(trx).save()
}
