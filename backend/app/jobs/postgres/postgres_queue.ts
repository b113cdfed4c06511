import { randomUUID } from 'node:crypto'
import type { Database } from '@adonisjs/lucid/database'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { fromKnex, type PgBoss } from 'pg-boss'
import { JobError, QueueClosed } from '../errors.js'
import type { JobCounts, JobQueue, JobWorker, NewJob, Report, WorkOptions } from '../queue.js'
import { defaultTiming, type Timing } from '../timing.js'
import { WorkLoop } from '../work_loop.js'
import { announce, Announcements } from './announcements.js'
import { bossSchema, startBoss } from './boss.js'
import { makeQueues } from './boss_queues.js'
import { fromUuid, toUuid } from './ids.js'
import { PostgresLeases } from './postgres_leases.js'

export interface PostgresQueueOptions {
  database: Database
  /** The database's address, as in DATABASE_URL */
  url: string
  report: Report
  timing?: Partial<Timing>
}

/** The queue for one machine or many: pg-boss in the application's own database. */
export class PostgresQueue implements JobQueue {
  readonly driver = 'postgres'
  readonly #options: PostgresQueueOptions
  readonly #timing: Timing
  readonly #announcements: Announcements
  readonly #loops = new Set<{ stop(): Promise<void> }>()
  readonly #made = new Map<string, Promise<void>>()
  #starting?: Promise<PgBoss>
  #closed = false

  constructor(options: PostgresQueueOptions) {
    this.#options = options
    this.#timing = { ...defaultTiming, ...options.timing }
    this.#announcements = new Announcements(options.report)
  }

  async push<P extends object>(job: NewJob<P>, trx: TransactionClientContract): Promise<string> {
    const boss = await this.#open(job.name)
    const id = randomUUID()
    const sent = await boss.send(job.name, job.payload, {
      ...{ id, singletonKey: id, priority: job.priority ?? 0 },
      // Jobs without a key are not one another's competitors
      group: { id: job.fairnessKey ?? id },
      retryLimit: (job.attemptsLimit ?? 4) - 1,
      ...(job.delaySeconds && { startAfter: job.delaySeconds }),
      db: fromKnex(trx.getWriteClient()),
    })
    if (sent === null) throw new JobError(`pg-boss did not take the ${job.name} job`)
    await announce('pushed', trx)
    return fromUuid(id)
  }

  async work<P extends object>(name: string, worker: JobWorker<P>, { concurrency, signal }: WorkOptions) {
    const boss = await this.#open(name)
    const { database, report } = this.#options
    const leases = new PostgresLeases(database, boss, this.#announcements, this.#timing)
    const loop = new WorkLoop(name, worker, concurrency, { database, leases, timing: this.#timing, report })
    this.#loops.add(loop)
    signal?.addEventListener('abort', () => void loop.stop(), { once: true })
    await loop.start()
    if (signal?.aborted) await loop.stop()
    return loop
  }

  async cancel(jobId: string, trx?: TransactionClientContract): Promise<void> {
    if (!trx) return await this.#options.database.transaction((own) => this.cancel(jobId, own))
    const boss = await this.#boss()
    const id = toUuid(jobId)
    const row = await trx.from(`${bossSchema}.job`).where('id', id).select('name').first()
    if (!row) return
    await boss.cancel(row.name, id, { db: fromKnex(trx.getWriteClient()) })
    await announce('cancelled', trx)
  }

  async counts(name: string): Promise<JobCounts> {
    const { database } = this.#options
    // Looking does not start the queue, which may never have been started
    const schema = await database.rawQuery('SELECT to_regclass(?) AS job', [`${bossSchema}.job`])
    if (schema.rows[0].job === null) return { waiting: 0, running: 0, failed: 0 }
    const jobs = database.from(`${bossSchema}.job`).where('name', name)
    const rows = await jobs.groupBy('state').select('state').count('* as n')
    const of = (state: string) => Number(rows.find((row) => row.state === state)?.n ?? 0)
    return { waiting: of('created') + of('retry'), running: of('active'), failed: of('failed') }
  }

  async close() {
    this.#closed = true
    await Promise.all([...this.#loops].map((loop) => loop.stop()))
    await this.#announcements.close()
    // A start that failed has been told to whoever asked for it, and has left nothing to stop
    const boss = await this.#starting?.catch(() => undefined)
    // Our loops have given everything back; pg-boss itself has nothing to wait for
    await boss?.stop({ graceful: false })
  }

  /** pg-boss with the queue of this name made. */
  async #open(name: string): Promise<PgBoss> {
    const boss = await this.#boss()
    const made = this.#made.get(name) ?? makeQueues(boss, name, this.#timing)
    this.#made.set(name, made)
    await made.catch((error) => {
      this.#made.delete(name)
      throw error
    })
    return boss
  }

  async #boss(): Promise<PgBoss> {
    if (this.#closed) throw new QueueClosed()
    const starting = (this.#starting ??= startBoss(this.#options.url, this.#options.report))
    return await starting.catch((error) => {
      // The next call tries again
      this.#starting = undefined
      throw error
    })
  }
}
