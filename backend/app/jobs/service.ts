import app from '@adonisjs/core/services/app'
import type { JobQueue } from './queue.js'

let queue: JobQueue

await app.booted(async () => {
  queue = await app.container.make('jobs.queue')
})

/** The application's queue. It opens nothing before it is used. */
export { queue as default }
