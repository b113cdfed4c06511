import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { TranscodeResult } from '@hub/transcoder'
import { DateTime } from 'luxon'
import { moveVideo } from '#app/videos/move_video'
import { placeSubtitles } from '#app/videos/place_subtitles'
import { promoteRevision } from '#app/videos/promote_revision'
import Rendition from '#app/videos/rendition'
import { recordStep } from '#app/videos/review_record'
import Revision, { type RevisionFiles } from '#app/videos/revision'
import Transcode from '#app/videos/transcode'
import Video from '#app/videos/video'
import { goesToReviewYet } from '#app/videos/video_status'

/** The tree is whole: everything that becomes true by it, in the transaction that ends the job. */
export async function finishTranscode(
  trx: TransactionClientContract,
  transcodeId: string,
  result: TranscodeResult & { extras?: Partial<RevisionFiles> }
) {
  const { transcode, revision, video } = await load(trx, transcodeId)
  const now = DateTime.utc()
  await transcode
    .merge({
      state: 'succeeded',
      progress: 1,
      finishedAt: now,
      decisions: result.decisions,
      errorCode: null,
      errorDetail: null,
    })
    .save()
  await revision
    .merge({
      durationSeconds: result.durationSeconds,
      width: result.width,
      height: result.height,
      orientation: result.orientation,
      hasAudio: result.hasAudio,
      files: { ...result.extras, playlist: result.playlistName, poster: result.posterName },
      firstPlayableAt: revision.firstPlayableAt ?? now,
      completedAt: now,
    })
    .save()
  await Rendition.query({ client: trx }).where('revisionId', revision.id).delete()
  await Rendition.createMany(
    result.renditions.map((rendition) => ({
      revisionId: revision.id,
      name: rendition.name,
      kind: rendition.kind,
      width: rendition.width ?? null,
      height: rendition.height ?? null,
      frameRate: rendition.frameRate ?? null,
      codecs: rendition.codecs,
      bandwidthBps: rendition.bandwidthBps,
      averageBandwidthBps: rendition.averageBandwidthBps,
    })),
    { client: trx }
  )
  if (video.status === 'processing') await moveVideo(trx, video, { step: 'finish' })
  // What has been approved, or is being judged or watched, is not exchanged under anybody's eyes
  else if (video.pendingRevisionId === revision.id) {
    await recordStep(trx, { video, action: 'replacement_ready' })
    if (goesToReviewYet(video.status)) await promoteRevision(trx, video, revision)
  }
  await placeSubtitles(trx, video)
}

export async function failTranscode(
  trx: TransactionClientContract,
  transcodeId: string,
  failure: { code: string; detail: string; state?: 'failed' | 'cancelled' }
) {
  const { transcode, revision, video } = await load(trx, transcodeId)
  if (['succeeded', 'failed', 'cancelled'].includes(transcode.state)) return
  await transcode
    .merge({
      state: failure.state ?? 'failed',
      errorCode: failure.code,
      errorDetail: failure.detail,
      finishedAt: DateTime.utc(),
    })
    .save()
  if (video.status === 'processing') await moveVideo(trx, video, { step: 'fail', reason: failure.code })
  else if (video.pendingRevisionId === revision.id && !failure.state)
    await recordStep(trx, { video, action: 'replacement_failed', reason: failure.code })
}

async function load(trx: TransactionClientContract, transcodeId: string) {
  const transcode = await Transcode.query({ client: trx }).where('id', transcodeId).forUpdate().firstOrFail()
  const revision = await Revision.query({ client: trx }).where('id', transcode.revisionId).firstOrFail()
  const video = await Video.query({ client: trx }).where('id', revision.videoId).forUpdate().firstOrFail()
  return { transcode, revision, video }
}
