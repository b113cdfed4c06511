import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { posterName } from '@hub/transcoder'
import type User from '#app/accounts/user'
import { HubError, invalid, notFound } from '#app/core/hub_error'
import { newId } from '#app/core/ids'
import queue from '#app/jobs/service'
import { lockVideo } from '#app/videos/lock_video'
import { forgetPoster, showPoster } from '#app/videos/poster'
import Rendition from '#app/videos/rendition'
import { recordStep } from '#app/videos/review_record'
import Revision from '#app/videos/revision'
import type Video from '#app/videos/video'

export const posterJob = 'poster'

export interface PosterPayload {
  revisionId: string
  request: string
  atSeconds: number
}

export interface PosterChoice {
  /** Null: the picture that was chosen when the video was made. */
  atSeconds: number | null
  actor: User
  /** Asked with the video as it stands once its row is locked. */
  authorize(video: Video): Promise<void>
}

/**
 * Takes note of the wish. A picture is made by a worker, the last wish winning; the one that was chosen for the video is
 * there already, and is shown at once.
 * @throws E_NO_PICTURE, E_POSTER_BEYOND_END
 */
export async function choosePoster(videoId: string, choice: PosterChoice): Promise<Revision> {
  const { atSeconds, actor } = choice
  const { revision, old } = await db.transaction(async (trx) => {
    const video = await lockVideo(trx, videoId)
    if (!video) throw notFound()
    await choice.authorize(video)
    const revision = await pictured(trx, video)
    if (atSeconds !== null && atSeconds > revision.durationSeconds!)
      throw invalid('E_POSTER_BEYOND_END', 'atSeconds')
    await recordStep(trx, {
      video,
      actor,
      action: atSeconds === null ? 'poster_reset' : 'poster_chosen',
      atSeconds,
    })
    if (atSeconds === null) return { revision, old: await showPoster(trx, revision, posterName, null) }
    const request = newId()
    await revision.useTransaction(trx).merge({ posterState: 'making', posterRequest: request }).save()
    const payload = { revisionId: revision.id, request, atSeconds }
    await queue.push<PosterPayload>({ name: posterJob, payload, fairnessKey: actor.id }, trx)
    return { revision, old: null }
  })
  await forgetPoster(revision, old)
  return revision
}

/** The revision that is shown, if it is whole and has a picture to choose from. */
async function pictured(trx: TransactionClientContract, video: Video): Promise<Revision> {
  const revision = video.currentRevisionId
    ? await Revision.find(video.currentRevisionId, { client: trx })
    : null
  const rung = revision?.completedAt
    ? await Rendition.query({ client: trx }).where({ revisionId: revision.id, kind: 'video' }).first()
    : null
  if (!revision || !rung) throw new HubError('E_NO_PICTURE', 409)
  return revision
}
