import type { Database } from '@adonisjs/lucid/database'
import type { QueryClientContract, TransactionClientContract } from '@adonisjs/lucid/types/database'
import { newId } from '#app/core/ids'
import type { Hold, Lease, Leases } from '../lease.js'
import { backoffAfter, type Timing } from '../timing.js'
import type { Announcements } from './announcements.js'
import { takeNext } from './take_next.js'

const dayMs = 86_400_000
const sweepEveryMs = dayMs / 4

interface TakenRow {
  id: string
  payload: string
  state: string
  attempt: number
  last_error: string | null
}

/** Leases in the table `jobs`. All workers are processes of one machine, so one clock serves them all. */
export class SqliteLeases implements Leases {
  #sweptAtMs = 0

  constructor(
    private readonly database: Database,
    private readonly announcements: Announcements,
    private readonly timing: Timing
  ) {}

  async open() {
    await this.#sweep()
  }

  async take(name: string): Promise<Lease | null> {
    if (Date.now() > this.#sweptAtMs + sweepEveryMs) await this.#sweep()
    const token = newId()
    const nowMs = Date.now()
    const rows = await this.database.rawQuery<TakenRow[]>(takeNext, {
      name,
      token,
      nowMs,
      untilMs: this.#untilMs(),
    })
    const row = rows[0]
    if (!row) return null
    const task = row.state === 'giving_up' ? 'give-up' : 'attempt'
    const error = row.last_error ?? 'the worker died'
    return { jobId: row.id, name, payload: JSON.parse(row.payload), attempt: row.attempt, token, task, error }
  }

  async renew(lease: Lease): Promise<Hold> {
    if (await this.#update(lease, this.database.connection(), { lease_until_ms: this.#untilMs() }))
      return 'held'
    const row = await this.database.from('jobs').where('id', lease.jobId).select('state').first()
    return row?.state === 'cancelled' ? 'cancelled' : 'lost'
  }

  hold(lease: Lease, trx: TransactionClientContract) {
    return this.#update(lease, trx, { lease_until_ms: this.#untilMs() })
  }

  finish(lease: Lease, trx: TransactionClientContract) {
    return this.#update(lease, trx, { state: 'succeeded', finished_at_ms: Date.now() })
  }

  async isFinished({ jobId, token }: Lease) {
    const own = this.database.from('jobs').where({ id: jobId, lease_token: token, state: 'succeeded' })
    return (await own.first()) !== null
  }

  async fail(lease: Lease, error: string) {
    await this.database.rawQuery(
      `UPDATE jobs SET lease_token = NULL, lease_until_ms = NULL, last_error = :error,
         state = CASE WHEN state = 'running' AND attempt < attempts_limit THEN 'waiting' ELSE 'giving_up' END,
         run_at_ms = CASE WHEN state = 'running' AND attempt >= attempts_limit THEN :nowMs ELSE :laterMs END
       WHERE id = :id AND lease_token = :token AND state IN ('running', 'giving_up')`,
      {
        ...{ id: lease.jobId, token: lease.token, nowMs: Date.now() },
        error: lease.task === 'give-up' ? lease.error : error,
        laterMs: Date.now() + backoffAfter(lease.attempt, this.timing) * 1000,
      }
    )
  }

  async giveBack(lease: Lease) {
    // One more start is allowed instead of one less counted, so that an attempt's number is never used twice
    await this.database.rawQuery(
      `UPDATE jobs SET lease_token = NULL, lease_until_ms = NULL, run_at_ms = :nowMs,
         attempts_limit = attempts_limit + (state = 'running'),
         state = CASE state WHEN 'running' THEN 'waiting' ELSE state END
       WHERE id = :id AND lease_token = :token AND state IN ('running', 'giving_up')`,
      { id: lease.jobId, token: lease.token, nowMs: Date.now() }
    )
    this.announcements.announce('pushed')
  }

  async bury(lease: Lease) {
    await this.#update(lease, this.database.connection(), { state: 'failed', finished_at_ms: Date.now() })
  }

  listen(_name: string, heard: { pushed(): void; cancelled(): void }) {
    const ends = [
      this.announcements.listen('pushed', heard.pushed),
      this.announcements.listen('cancelled', heard.cancelled),
    ]
    return () => ends.forEach((end) => end())
  }

  /** Changes the row if the lease is still held. */
  async #update(
    { jobId, token, task }: Lease,
    client: QueryClientContract,
    change: object
  ): Promise<boolean> {
    const held = { id: jobId, lease_token: token, state: task === 'attempt' ? 'running' : 'giving_up' }
    const changed = await client.from('jobs').where(held).update(change)
    return Number(changed) === 1
  }

  /** Forgets what has been finished for long enough. */
  async #sweep() {
    this.#sweptAtMs = Date.now()
    const limitMs = this.#sweptAtMs - this.timing.keepDays * dayMs
    await this.database.from('jobs').where('finished_at_ms', '<', limitMs).delete()
  }

  #untilMs() {
    return Date.now() + this.timing.leaseSeconds * 1000
  }
}
