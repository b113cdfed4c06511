import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { PgBoss } from 'pg-boss'
import { JobError } from '../errors.js'
import type { Report } from '../queue.js'

type Topic = 'pushed' | 'cancelled'
type Listener = { pushed(): void; cancelled(): void }

const channel = 'hub_jobs'

/** Tells every worker of the database that there is something to look up: PostgreSQL delivers it after the commit. */
export async function announce(topic: Topic, trx: TransactionClientContract) {
  await trx.rawQuery('SELECT pg_notify(?, ?)', [channel, topic])
}

/** One connection that listens for announcements, and finds its way back when it is lost. */
export class Announcements {
  readonly #listeners = new Set<Listener>()
  #opening?: Promise<void>

  constructor(private readonly report: Report) {}

  /** Starts to listen. Where that cannot be, the workers' regular looks at the queue must do. */
  open(boss: PgBoss): Promise<void> {
    return (this.#opening ??= this.#open(boss))
  }

  add(listener: Listener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  async close() {
    this.#listeners.clear()
    await this.#handle?.close()
  }

  #handle?: { close(): Promise<void> }

  async #open(boss: PgBoss) {
    const hear = (payload: string) => this.#listeners.forEach((one) => one[payload as Topic]?.())
    // What was announced while the connection was away was missed
    const hearAll = () => (['pushed', 'cancelled'] as const).forEach(hear)
    try {
      this.#handle = await boss.getDb().listen?.(channel, hear, hearAll)
      if (!this.#handle) throw new JobError('pg-boss cannot listen on this connection')
    } catch (error) {
      this.report(error, 'listening for announced jobs')
    }
  }
}
