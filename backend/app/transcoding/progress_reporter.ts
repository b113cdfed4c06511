import logger from '@adonisjs/core/services/logger'
import { LeaseLost } from '#app/jobs/errors'
import type { RunningJob } from '#app/jobs/queue'
import Transcode from '#app/videos/transcode'
import type { TranscodePayload } from './start_transcode.js'

const everyMs = 1000

/** Writes progress into the transcode's row at most once a second, and only while the attempt holds its lease. */
export function progressReporter(job: RunningJob<TranscodePayload>, transcode: Transcode) {
  let lastAt = 0
  return (fraction: number) => {
    const now = Date.now()
    if (now - lastAt < everyMs) return
    lastAt = now
    job
      .guard(async (trx) => {
        await Transcode.query({ client: trx }).where('id', transcode.id).update({ progress: fraction })
      })
      .catch((error) => {
        // The signal tells the handler of a lost lease; a progress that was not written is no reason to stop
        if (!(error instanceof LeaseLost)) logger.warn({ err: error }, 'progress could not be written')
      })
  }
}
