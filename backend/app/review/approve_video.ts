import db from '@adonisjs/lucid/services/db'
import type User from '#app/accounts/user'
import { HubError } from '#app/core/hub_error'
import { readSiteSettings } from '#app/site/site_settings'
import { moveVideo } from '#app/videos/move_video'
import type Video from '#app/videos/video'

/** The four-eyes rule: whoever made a video does not approve it, unless the office has switched the rule off. */
export async function approveVideo(video: Video, actor: User, reason?: string | null): Promise<void> {
  const { fourEyes } = await readSiteSettings()
  if (fourEyes && video.ownerId === actor.id) throw new HubError('E_FOUR_EYES', 403)
  await db.transaction((trx) => moveVideo(trx, video, { step: 'approve', actor, reason }))
}
