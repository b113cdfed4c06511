import type User from '#app/accounts/user'
import { checkAgency } from '#app/accounts/check_agency'
import type { NewVideo } from './create_video.js'
import type Video from './video.js'
import { videoSlug } from './video_slug.js'

/** Corrects what is said about a video. Its address follows the title until it has been published once. */
export async function updateVideo(actor: User, video: Video, change: Partial<NewVideo>): Promise<void> {
  // What stays as it is needs no right: its owner may have moved to another agency since
  if (change.agencyId !== undefined && change.agencyId !== video.agencyId)
    await checkAgency(actor, change.agencyId)
  const retitled = change.title !== undefined && change.title !== video.title
  if (retitled && !video.publishedAt) video.slug = videoSlug(change.title!)
  const { description, ...others } = change
  video.merge(others)
  if (description !== undefined) video.description = description ?? ''
  await video.save()
}
