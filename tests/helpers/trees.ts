import { storage } from '#app/core/media_storage'
import Revision from '#app/videos/revision'
import type Video from '#app/videos/video'

/** A few files in the shape of a transcode's output; what is in them does not matter to whoever serves them. */
export const treeFiles: Record<string, string> = {
  'master.m3u8': '#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1000\n240p/media.m3u8\n',
  '240p/media.m3u8': '#EXTM3U\n#EXTINF:4,\n0001.m4s\n',
  '240p/0001.m4s': 'segment: 0123456789',
  'poster.jpg': 'picture',
}

/** Puts a tree behind the video's current revision (or another), and under public/ where it is published. */
export async function givenTree(video: Video, revisionId = video.currentRevisionId!): Promise<Revision> {
  const revision = await Revision.findOrFail(revisionId)
  await revision.merge({ tree: `${revision.id.slice(0, 10)}-1` }).save()
  await storage.ensureReady()
  for (const [name, content] of Object.entries(treeFiles)) {
    await storage.put(revision.privatePrefix + name, content)
    if (revision.isPublic) await storage.put(revision.publicPrefix + name, content)
  }
  return revision
}

/** To be called when a test ends: the storage, unlike the database, is not rolled back. */
export async function dropTrees(...videos: Video[]): Promise<void> {
  for (const { id } of videos) {
    await storage.deletePrefix(`private/videos/${id}/`)
    await storage.deletePrefix(`public/videos/${id}/`)
  }
}
