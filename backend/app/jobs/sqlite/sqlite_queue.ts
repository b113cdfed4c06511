import type { Database } from '@adonisjs/lucid/database'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { newId } from '#app/core/ids'
import { QueueClosed } from '../errors.js'
import type { JobCounts, JobQueue, JobWorker, NewJob, Report, WorkOptions } from '../queue.js'
import { defaultTiming, type Timing } from '../timing.js'
import { WorkLoop } from '../work_loop.js'
import { Announcements } from './announcements.js'
import { SqliteLeases } from './sqlite_leases.js'

export interface SqliteQueueOptions {
  database: Database
  /** Where announcements are written: a folder that all processes of the hub share */
  folder: string
  report: Report
  timing?: Partial<Timing>
}

/** The queue for one machine: a leased table, and a watched folder for the announcements. */
export class SqliteQueue implements JobQueue {
  readonly driver = 'sqlite'
  readonly #options: SqliteQueueOptions
  readonly #timing: Timing
  readonly #announcements: Announcements
  readonly #loops = new Set<{ stop(): Promise<void> }>()
  #closed = false

  constructor(options: SqliteQueueOptions) {
    this.#options = options
    this.#timing = { ...defaultTiming, ...options.timing }
    this.#announcements = new Announcements(options.folder, options.report)
  }

  async push<P extends object>(job: NewJob<P>, trx: TransactionClientContract): Promise<string> {
    const id = newId()
    const nowMs = Date.now()
    await trx.table('jobs').insert({
      ...{ id, name: job.name, payload: JSON.stringify(job.payload), state: 'waiting' },
      priority: job.priority ?? 0,
      // Jobs without a key are not one another's competitors
      fairness_key: job.fairnessKey ?? id,
      attempts_limit: job.attemptsLimit ?? 4,
      run_at_ms: nowMs + (job.delaySeconds ?? 0) * 1000,
      created_at_ms: nowMs,
    })
    trx.after('commit', () => this.#announcements.announce('pushed'))
    return id
  }

  async work<P extends object>(name: string, worker: JobWorker<P>, { concurrency, signal }: WorkOptions) {
    if (this.#closed) throw new QueueClosed()
    const { database, report } = this.#options
    const leases = new SqliteLeases(database, this.#announcements, this.#timing)
    const loop = new WorkLoop(name, worker, concurrency, { database, leases, timing: this.#timing, report })
    this.#loops.add(loop)
    signal?.addEventListener('abort', () => void loop.stop(), { once: true })
    await loop.start()
    if (signal?.aborted) await loop.stop()
    return loop
  }

  async cancel(jobId: string, trx?: TransactionClientContract) {
    const client = trx ?? this.#options.database
    const change = { state: 'cancelled', lease_token: null, lease_until_ms: null, finished_at_ms: Date.now() }
    await client.from('jobs').where('id', jobId).whereIn('state', ['waiting', 'running']).update(change)
    if (trx) trx.after('commit', () => this.#announcements.announce('cancelled'))
    else this.#announcements.announce('cancelled')
  }

  async counts(name: string): Promise<JobCounts> {
    const rows = await this.#options.database
      .from('jobs')
      .where('name', name)
      .groupBy('state')
      .select('state')
      .count('* as n')
    const of = (state: string) => Number(rows.find((row) => row.state === state)?.n ?? 0)
    return { waiting: of('waiting'), running: of('running'), failed: of('giving_up') + of('failed') }
  }

  async close() {
    this.#closed = true
    await Promise.all([...this.#loops].map((loop) => loop.stop()))
    this.#announcements.close()
  }
}
