import { hostname } from 'node:os'
import { BaseCommand } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

export default class Worker extends BaseCommand {
  static commandName = 'worker'
  static description = 'Transcode what is in the queue, until stopped'
  static options: CommandOptions = { startApp: true, staysAlive: true }

  async run() {
    const { default: env } = await import('#start/env')
    const { default: queue } = await import('#app/jobs/service')
    const { storage } = await import('#app/core/media_storage')
    const { transcodeJob } = await import('#app/transcoding/start_transcode')
    const { transcodeWorker } = await import('#app/transcoding/transcode_worker')
    const { posterJob } = await import('#app/transcoding/choose_poster')
    const { posterWorker } = await import('#app/transcoding/poster_worker')
    const { av1Job } = await import('#app/transcoding/av1')
    const { av1Worker } = await import('#app/transcoding/av1_worker')
    const { waveformJob } = await import('#app/captions/ask_for_waveform')
    const { waveformWorker } = await import('#app/captions/waveform_worker')
    const { recognitionJob } = await import('#app/captions/start_recognition')
    const { recognitionWorker } = await import('#app/captions/recognition_worker')
    const { beginHeartbeat } = await import('#app/transcoding/worker_heartbeat')
    const { beginChores } = await import('#app/operations/chores')
    const { indexMissing } = await import('#app/search/index_missing')
    await storage.ensureReady()
    const working = await queue.work(transcodeJob, transcodeWorker, {
      concurrency: env.get('WORKER_CONCURRENCY'),
    })
    // A picture takes a moment, and somebody waits for it: not behind a long video
    const drawing = await queue.work(posterJob, posterWorker, { concurrency: 1 })
    // Politer than everything else, and in nobody's way
    const saving = await queue.work(av1Job, av1Worker, { concurrency: 1 })
    const measuring = await queue.work(waveformJob, waveformWorker, { concurrency: 1 })
    const listening = await queue.work(recognitionJob, recognitionWorker, { concurrency: 1 })
    const endHeartbeat = await beginHeartbeat(`${hostname()}-${process.pid}`)
    const endChores = beginChores()
    const stopIndexing = new AbortController()
    const indexing = indexMissing(stopIndexing.signal).then(
      (count) => count > 0 && this.logger.info(`worker: ${count} videos added to the search index`),
      (error: Error) => this.logger.error(`worker: the search index could not be completed: ${error.message}`)
    )
    this.logger.info('worker: waiting for videos')
    this.app.terminating(async () => {
      endChores()
      stopIndexing.abort()
      await Promise.all([
        indexing,
        ...[working, drawing, saving, measuring, listening].map((each) => each.stop()),
      ])
      await endHeartbeat()
    })
  }
}
