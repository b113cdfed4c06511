import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import type User from '#app/accounts/user'
import { HubError } from '#app/core/hub_error'
import { storage } from '#app/core/media_storage'
import DeletedVideo from './deleted_video.js'
import { lockVideo } from './lock_video.js'
import { recordView } from './record_view.js'
import ReviewRecord from './review_record.js'
import Revision from './revision.js'
import type Video from './video.js'

/**
 * Deletes the row first and the media after it: what is left over by a crash in between is swept later, never shown.
 * The record of what was done to it is kept.
 * @throws E_VIDEO_PUBLISHED
 */
export async function deleteVideo(video: Video, actor: User | null = null): Promise<void> {
  const revisions = await Revision.query().where('videoId', video.id)
  await db.transaction(async (trx) => {
    // Somebody may have published it since it was read
    const now = await lockVideo(trx, video.id)
    if (!now || now.isPublished) throw new HubError('E_VIDEO_PUBLISHED', 409)
    await keepRecord(trx, now, actor)
    await now.delete()
  })
  await storage.deletePrefix(`public/videos/${video.id}/`)
  await storage.deletePrefix(`private/videos/${video.id}/`)
  await storage.deletePrefix(`private/consents/${video.id}/`)
  for (const revision of revisions) await storage.delete(revision.sourceKey)
}

async function keepRecord(trx: TransactionClientContract, video: Video, actor: User | null) {
  const records = await ReviewRecord.query({ client: trx })
    .where('videoId', video.id)
    .preload('actor')
    .orderBy('at')
    .orderBy('id')
  await DeletedVideo.create(
    {
      id: video.id,
      title: video.title,
      status: video.status,
      record: records.map(recordView),
      deletedBy: actor?.id ?? null,
      deletedByName: actor?.fullName ?? null,
      deletedAt: DateTime.utc(),
    },
    { client: trx }
  )
}
