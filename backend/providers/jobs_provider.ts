import { join } from 'node:path'
import type { ApplicationService } from '@adonisjs/core/types'
import { Database } from '@adonisjs/lucid/database'
import { JobError, QueueClosed } from '#app/jobs/errors'
import type { JobQueue, Report } from '#app/jobs/queue'

declare module '@adonisjs/core/types' {
  interface ContainerBindings {
    'jobs.queue': JobQueue
  }
}

/** Binds the queue whose driver belongs to the database: the leased table on SQLite, pg-boss on PostgreSQL. */
export default class JobsProvider {
  #queue?: JobQueue
  #isShut = false

  constructor(protected app: ApplicationService) {}

  register() {
    this.app.container.singleton('jobs.queue', async () => (this.#queue = await this.#open()))
  }

  /** Providers shut down in reverse order: the database, further up in the list, is still there. */
  async shutdown() {
    this.#isShut = true
    await this.#queue?.close()
  }

  async #open(): Promise<JobQueue> {
    // Told to stop while it was starting: a queue opened now would never be closed, nor would its process end
    if (this.#isShut) throw new QueueClosed()
    const { default: env } = await import('#start/env')
    const database = await this.app.container.make(Database)
    const logger = await this.app.container.make('logger')
    // What is part of a queue's life (a lease lost to another worker) is no error of the hub's
    const report: Report = (err, doing) =>
      logger[err instanceof JobError ? 'info' : 'error']({ err }, `jobs: ${doing}`)
    const url = env.get('DATABASE_URL')
    if (url) {
      const { PostgresQueue } = await import('#app/jobs/postgres/postgres_queue')
      return new PostgresQueue({ database, url, report })
    }
    const { SqliteQueue } = await import('#app/jobs/sqlite/sqlite_queue')
    return new SqliteQueue({ database, folder: join(env.get('DATA_DIR'), 'run'), report })
  }
}
