import logger from '@adonisjs/core/services/logger'
import type { JobWorker } from '#app/jobs/queue'
import { isFinal } from '#app/transcoding/make_revision'
import Revision from '#app/videos/revision'
import type { WaveformPayload } from './ask_for_waveform.js'
import { readPeaks } from './peaks.js'
import Waveform from './waveform.js'
import { withSpeech } from './with_speech.js'

const sampleRate = 8_000

export const waveformWorker: JobWorker<WaveformPayload> = {
  async handle(job) {
    const { revisionId } = job.payload
    const revision = await Revision.find(revisionId)
    if (!revision) return job.complete(async () => {})
    try {
      const name = `waveform-${job.id}-${job.attempt}`
      const { signal } = job
      const peaks = await withSpeech(revision, { name, sampleRate, signal }, (path) =>
        readPeaks(path, sampleRate)
      )
      await job.complete(async (trx) => {
        const made = { state: 'ready', peaks: Buffer.from(peaks).toString('base64') }
        await Waveform.query({ client: trx }).where({ revisionId }).update(made)
      })
    } catch (error) {
      if (!isFinal(error)) throw error
      logger.warn({ err: error, detail: error.detail, revisionId }, 'no waveform could be made')
      await job.complete(async (trx) => {
        await Waveform.query({ client: trx }).where({ revisionId }).update({ state: 'failed' })
      })
    }
  },

  async exhausted(job) {
    await Waveform.query().where({ revisionId: job.payload.revisionId }).update({ state: 'failed' })
  },
}
