import { storage } from '#app/core/media_storage'
import Revision from '#app/videos/revision'
import { givenUser } from './people.js'
import { Tus } from './tus.js'
import { givenVideo } from './videos.js'

/** A draft with somebody who may send its file; what they sent is deleted when the test ends. */
export async function givenDraft(cleanup: (done: () => Promise<void>) => void) {
  const owner = await givenUser('producer')
  const video = await givenVideo({ ownerId: owner.id, status: 'draft', currentRevisionId: null })
  await video.merge({ currentRevisionId: null }).save()
  await Revision.query().where('videoId', video.id).delete()
  const tus = await Tus.for(owner)
  cleanup(() => tus.forget())
  await storage.ensureReady()
  return { owner, video, tus }
}
