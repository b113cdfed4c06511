import { HubError } from '#app/core/hub_error'
import Revision from '#app/videos/revision'
import type Video from '#app/videos/video'

/** The revision that is shown, if it is whole and can be heard. @throws E_NO_SOUND */
export async function findSound(video: Video): Promise<Revision> {
  const revision = video.currentRevisionId ? await Revision.find(video.currentRevisionId) : null
  if (!revision?.completedAt || !revision.hasAudio) throw new HubError('E_NO_SOUND', 409)
  return revision
}
