import { storage } from '#app/core/media_storage'
import Revision from './revision.js'
import type Video from './video.js'

/** Deletes the row first and the media after it: what is left over by a crash in between is swept later, never shown. */
export async function deleteVideo(video: Video): Promise<void> {
  const revisions = await Revision.query().where('videoId', video.id)
  await video.delete()
  await storage.deletePrefix(`public/videos/${video.id}/`)
  await storage.deletePrefix(`private/videos/${video.id}/`)
  for (const revision of revisions) await storage.delete(revision.sourceKey)
}
