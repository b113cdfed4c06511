import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import type User from '#app/accounts/user'
import { HubError, notFound } from '#app/core/hub_error'
import queue from '#app/jobs/service'
import { lockVideo } from '#app/videos/lock_video'
import type Video from '#app/videos/video'
import { findTrack } from './change_captions.js'
import { findSound } from './find_sound.js'
import { ownCommand } from './own_command.js'
import Recognition from './recognition.js'

export const recognitionJob = 'captions'

export interface RecognitionPayload {
  recognitionId: string
}

/**
 * Queues speech recognition; asking again while it goes on changes nothing.
 * @throws E_RECOGNITION_OFF, E_NO_SOUND, E_CAPTIONS_EXIST
 */
export async function startRecognition(video: Video, lang: string, actor: User): Promise<Recognition> {
  if (!ownCommand()) throw new HubError('E_RECOGNITION_OFF', 409)
  const sound = await findSound(video)
  return db.transaction(async (trx) => {
    if (!(await lockVideo(trx, video.id))) throw notFound()
    if (await isWorkOfPeople(trx, video.id, lang)) throw new HubError('E_CAPTIONS_EXIST', 409)
    const old = await Recognition.query({ client: trx }).where({ videoId: video.id, lang }).first()
    if (old && old.state !== 'failed') return old
    await old?.useTransaction(trx).delete()
    const asked = {
      videoId: video.id,
      lang,
      revisionId: sound.id,
      askedById: actor.id,
      askedAt: DateTime.utc(),
    }
    const recognition = await Recognition.create({ ...asked, state: 'waiting' }, { client: trx })
    const payload = { recognitionId: recognition.id }
    const job = { name: recognitionJob, payload, fairnessKey: actor.id, attemptsLimit: 2 }
    const jobId = await queue.push<RecognitionPayload>(job, trx)
    return recognition.useTransaction(trx).merge({ jobId }).save()
  })
}

/** A machine's draft may be made anew; what somebody wrote or checked may not be lost to one. */
export async function isWorkOfPeople(trx: TransactionClientContract, videoId: string, lang: string) {
  const track = await findTrack(videoId, lang, trx)
  return Boolean(track && (!track.isMachineMade || track.checkedAt))
}

/** What has not ended yet ends without captions, and a failure is forgotten. */
export async function forgetRecognition(videoId: string, lang: string): Promise<void> {
  await db.transaction(async (trx) => {
    await lockVideo(trx, videoId)
    const recognition = await Recognition.query({ client: trx }).where({ videoId, lang }).first()
    if (!recognition) throw notFound()
    if (recognition.jobId && recognition.state !== 'failed') await queue.cancel(recognition.jobId, trx)
    await recognition.useTransaction(trx).delete()
  })
}
