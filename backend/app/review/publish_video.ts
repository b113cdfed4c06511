import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import type User from '#app/accounts/user'
import { HubError, HubErrors } from '#app/core/hub_error'
import { storage } from '#app/core/media_storage'
import { moveVideo, stepNotAllowed } from '#app/videos/move_video'
import { placeSubtitles } from '#app/videos/place_subtitles'
import { publishPoster } from '#app/videos/poster'
import { promoteRevision } from '#app/videos/promote_revision'
import { recordStep } from '#app/videos/review_record'
import Revision from '#app/videos/revision'
import Transcode from '#app/videos/transcode'
import Video from '#app/videos/video'
import { VideoPublished, VideoUnpublished } from '#app/videos/video_events'
import { next } from '#app/videos/video_status'
import { owedForPublication } from './consent_facts.js'
import { checkFourEyes } from './four_eyes.js'

/**
 * Shows the video to everybody. The whole tree is copied under public/ first, playlists last, and only then does the
 * row say so: viewers never meet half a tree. Of a published video, the replacement that waits takes its place.
 */
export async function publishVideo(video: Video, actor: User, reason?: string | null): Promise<void> {
  const replacement = video.isPublished ? await readyReplacement(video) : null
  if (!replacement && !next(video.status, 'publish')) throw stepNotAllowed(video.status)
  // The replacement has had no approval of its own: this is it
  if (replacement) await checkFourEyes(video, actor)
  const revision = replacement ?? (await Revision.findOrFail(video.currentRevisionId))
  const missing = await owedForPublication(video, revision.id)
  if (missing.length) throw new HubErrors(422, missing)

  const old = replacement && (await Revision.findOrFail(video.currentRevisionId))
  try {
    await storage.copyPrefix(revision.privatePrefix, revision.publicPrefix, {
      last: (key) => key.endsWith('.m3u8'),
      concurrency: 16,
    })
    await db.transaction(async (trx) => {
      if (replacement) await replaceShown(trx, video, { replacement, old: old!, actor, reason })
      else await moveVideo(trx, video, { step: 'publish', actor, reason })
      await revision.useTransaction(trx).merge({ isPublic: true }).save()
      await video
        .useTransaction(trx)
        .merge({ publishedAt: video.publishedAt ?? DateTime.utc() })
        .save()
      // They may have changed while the tree was being copied
      await placeSubtitles(trx, video)
      await publishPoster(trx, revision.id)
    })
  } catch (error) {
    await takeBack(revision)
    throw error
  }
  if (old) await storage.deletePrefix(old.publicPrefix)
  await VideoPublished.dispatch(video.id)
}

interface Replacing {
  replacement: Revision
  old: Revision
  actor: User
  reason?: string | null
}

async function replaceShown(
  trx: TransactionClientContract,
  video: Video,
  { replacement, old, actor, reason }: Replacing
) {
  const now = await Video.query({ client: trx }).where('id', video.id).forUpdate().firstOrFail()
  // Withdrawn, replaced again or published by another editor while the files were being copied
  if (!now.isPublished || now.pendingRevisionId !== replacement.id)
    throw new HubError('E_VIDEO_CHANGED_MEANWHILE', 409)
  await promoteRevision(trx, video, replacement)
  await recordStep(trx, { video, actor, action: 'replacement_published', reason })
  await old.useTransaction(trx).merge({ isPublic: false }).save()
}

/** What was copied for nothing must not stay in public, unless another editor has published this very revision. */
async function takeBack(revision: Revision): Promise<void> {
  const now = await Revision.find(revision.id)
  if (!now?.isPublic) await storage.deletePrefix(revision.publicPrefix)
}

/**
 * Takes the video away from viewers, its media included, before the answer is given. No actor: the hub itself does.
 * `also` is done in the same transaction.
 */
export async function hideVideo(
  video: Video,
  step: 'unpublish' | 'withdraw',
  actor: User | null,
  reason?: string | null,
  also?: (trx: TransactionClientContract) => Promise<void>
): Promise<void> {
  await db.transaction(async (trx) => {
    await also?.(trx)
    await moveVideo(trx, video, { step, actor, reason })
    await Revision.query({ client: trx }).where('videoId', video.id).update({ isPublic: false })
  })
  await storage.deletePrefix(`public/videos/${video.id}/`)
  await VideoUnpublished.dispatch(video.id)
}

async function readyReplacement(video: Video): Promise<Revision | null> {
  if (!video.pendingRevisionId) return null
  const done = await Transcode.query()
    .where({ revisionId: video.pendingRevisionId, state: 'succeeded' })
    .first()
  return done ? Revision.find(video.pendingRevisionId) : null
}
