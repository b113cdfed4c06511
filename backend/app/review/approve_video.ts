import db from '@adonisjs/lucid/services/db'
import type User from '#app/accounts/user'
import { moveVideo } from '#app/videos/move_video'
import type Video from '#app/videos/video'
import { checkFourEyes } from './four_eyes.js'

export async function approveVideo(video: Video, actor: User, reason?: string | null): Promise<void> {
  await checkFourEyes(video, actor)
  await db.transaction((trx) => moveVideo(trx, video, { step: 'approve', actor, reason }))
}
