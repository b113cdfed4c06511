import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import type User from '#app/accounts/user'
import { HubError } from '#app/core/hub_error'
import { moveVideo } from '#app/videos/move_video'
import { promoteRevision } from '#app/videos/promote_revision'
import Revision from '#app/videos/revision'
import Transcode from '#app/videos/transcode'
import type Video from '#app/videos/video'

/**
 * Hands the video to the editors, with the newest file that could be made of it: a replacement that waited (since the
 * video was withdrawn, say) takes its place now, so that what is judged is what will be shown.
 */
export async function submitVideo(video: Video, actor: User, reason?: string | null): Promise<void> {
  const waiting = video.pendingRevisionId ? await Revision.find(video.pendingRevisionId) : null
  const last = waiting && (await latestTranscode(waiting.id))
  if (last?.state === 'queued' || last?.state === 'running') throw new HubError('E_VIDEO_IS_PROCESSING', 409)
  await db.transaction(async (trx) => {
    await moveVideo(trx, video, { step: 'submit', actor, reason })
    if (last?.state === 'succeeded') await promoteRevision(trx, video, waiting!)
    // Of a replacement that could not be made nothing is left to wait for
    video.pendingRevisionId = null
    await video.useTransaction(trx).merge({ submittedAt: DateTime.utc() }).save()
  })
}

const latestTranscode = (revisionId: string) =>
  Transcode.query().where('revisionId', revisionId).orderBy('enqueuedAt', 'desc').first()
