import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import queue from '#app/jobs/service'
import { lockVideo } from '#app/videos/lock_video'
import type Revision from '#app/videos/revision'
import Waveform from './waveform.js'

export const waveformJob = 'waveform'

export interface WaveformPayload {
  revisionId: string
}

/** What failed is tried again once whatever was wrong may have passed. */
const retryAfterMinutes = 10

/** The waveform as far as it has come; the first to ask has it made. */
export async function askForWaveform(revision: Revision): Promise<Waveform> {
  const known = await Waveform.find(revision.id)
  if (known && !mayTryAgain(known)) return known
  return db.transaction(async (trx) => {
    await lockVideo(trx, revision.videoId)
    const old = await Waveform.find(revision.id, { client: trx })
    if (old && !mayTryAgain(old)) return old
    const payload = { revisionId: revision.id }
    await queue.push<WaveformPayload>({ name: waveformJob, payload, fairnessKey: 'waveform' }, trx)
    const waveform = old ?? new Waveform().merge({ revisionId: revision.id })
    return waveform.useTransaction(trx).merge({ state: 'making', askedAt: DateTime.utc() }).save()
  })
}

const mayTryAgain = ({ state, askedAt }: Waveform) =>
  state === 'failed' && askedAt < DateTime.utc().minus({ minutes: retryAfterMinutes })
