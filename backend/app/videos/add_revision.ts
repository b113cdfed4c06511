import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { DateTime } from 'luxon'
import User from '#app/accounts/user'
import { HubError } from '#app/core/hub_error'
import { moveVideo } from './move_video.js'
import { recordStep } from './review_record.js'
import Revision from './revision.js'
import type Video from './video.js'
import { hasRevision, type VideoStatus } from './video_status.js'

export interface Source {
  sourceKey: string
  sourceFilename: string
  sourceSizeBytes: number
  receivedAt: DateTime
  receivedFromId: string
}

/**
 * Whether a new file may come: not while another is being made, and not while what is here is judged or has been
 * approved, or it would be shown without having been seen. Of a published video it makes a revision in waiting.
 */
export const receives = (status: VideoStatus) => !['processing', 'in_review', 'approved'].includes(status)

/** @throws E_VIDEO_IS_PROCESSING, E_VIDEO_IN_REVIEW */
export function checkReceives({ status }: Pick<Video, 'status'>): void {
  if (receives(status)) return
  throw new HubError(status === 'processing' ? 'E_VIDEO_IS_PROCESSING' : 'E_VIDEO_IN_REVIEW', 409)
}

/**
 * The received file becomes the video's first revision, or, where there is something to watch already, a revision in
 * waiting that replaces it once it is made (and, of a published video, once an editor has agreed).
 */
export async function addRevision(
  trx: TransactionClientContract,
  video: Video,
  source: Source
): Promise<Revision> {
  // Asked again with the row locked: an upload takes its time, and the video may have moved on meanwhile
  checkReceives(video)
  const { receivedFromId, ...fields } = source
  const actor = await User.find(receivedFromId, { client: trx })
  const last = await Revision.query({ client: trx })
    .where('videoId', video.id)
    .orderBy('number', 'desc')
    .first()
  const revision = await Revision.create(
    { ...fields, videoId: video.id, number: (last?.number ?? 0) + 1 },
    { client: trx }
  )
  video.useTransaction(trx)
  if (hasRevision(video.status)) {
    video.pendingRevisionId = revision.id
    await recordStep(trx, { video, actor, action: 'replacement_received' })
  } else {
    await moveVideo(trx, video, { step: 'receive', actor })
    video.currentRevisionId = revision.id
  }
  await video.save()
  return revision
}
