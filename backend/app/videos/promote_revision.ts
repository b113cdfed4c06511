import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import CaptionTrack from './caption_track.js'
import Revision from './revision.js'
import type Video from './video.js'

/** Cuts shorter than this do not move what is said or shown. */
const sameLengthSeconds = 0.5

/**
 * The revision in waiting becomes the one that is shown. Captions and tags stay, and are marked for checking where the
 * length differs; consent is asked for again, since it is recorded per revision.
 */
export async function promoteRevision(
  trx: TransactionClientContract,
  video: Video,
  revision: Revision
): Promise<void> {
  const old = video.currentRevisionId ? await Revision.find(video.currentRevisionId, { client: trx }) : null
  await video.useTransaction(trx).merge({ currentRevisionId: revision.id, pendingRevisionId: null }).save()
  const difference = Math.abs((old?.durationSeconds ?? 0) - (revision.durationSeconds ?? 0))
  if (!old || difference <= sameLengthSeconds) return
  await CaptionTrack.query({ client: trx }).where('videoId', video.id).update({ needsCheck: true })
  await trx.from('tags').where('video_id', video.id).update({ needs_check: true })
}
