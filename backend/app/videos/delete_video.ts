import { HubError } from '#app/core/hub_error'
import { storage } from '#app/core/media_storage'
import Revision from './revision.js'
import Video from './video.js'

/**
 * Deletes the row first and the media after it: what is left over by a crash in between is swept later, never shown.
 * @throws E_VIDEO_PUBLISHED
 */
export async function deleteVideo(video: Video): Promise<void> {
  const revisions = await Revision.query().where('videoId', video.id)
  // Somebody may have published it since it was read
  const deleted = await Video.query().where('id', video.id).whereNot('status', 'published').delete()
  if (Number(deleted[0]) !== 1) throw new HubError('E_VIDEO_PUBLISHED', 409)
  await storage.deletePrefix(`public/videos/${video.id}/`)
  await storage.deletePrefix(`private/videos/${video.id}/`)
  for (const revision of revisions) await storage.delete(revision.sourceKey)
}
