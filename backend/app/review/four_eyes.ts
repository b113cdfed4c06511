import type User from '#app/accounts/user'
import { HubError } from '#app/core/hub_error'
import { readSiteSettings } from '#app/site/site_settings'
import ReviewRecord from '#app/videos/review_record'
import type Video from '#app/videos/video'

const makersSteps = ['receive', 'replacement_received', 'submit']

/**
 * Whoever made a video (owns it, sent a file of it, submitted it) does not approve it, unless the office has switched
 * the rule off.
 * @throws E_FOUR_EYES
 */
export async function checkFourEyes(video: Video, actor: User): Promise<void> {
  const { fourEyes } = await readSiteSettings()
  if (fourEyes && (video.ownerId === actor.id || (await hadAHand(video, actor))))
    throw new HubError('E_FOUR_EYES', 403)
}

const hadAHand = (video: Video, actor: User) =>
  ReviewRecord.query().where({ videoId: video.id, actorId: actor.id }).whereIn('action', makersSteps).first()
