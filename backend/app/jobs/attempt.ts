import { setTimeout as sleep } from 'node:timers/promises'
import type { Database } from '@adonisjs/lucid/database'
import { JobCancelled, LeaseLost } from './errors.js'
import type { Lease, Leases } from './lease.js'
import type { Change, Report, RunningJob } from './queue.js'
import type { Timing } from './timing.js'
import { isTransient } from './transient.js'

/** With the pauses between them, about a minute */
const triesLimit = 30

export interface Surroundings {
  database: Database
  leases: Leases
  timing: Timing
  report: Report
}

/** One start of a job: keeps its lease alive, and speaks for it only while it is held. */
export class Attempt<P extends object> implements RunningJob<P> {
  readonly #abort = new AbortController()
  readonly #lease: Lease
  readonly #around: Surroundings
  readonly #heart: NodeJS.Timeout
  #goodUntilMs: number
  #beating = false
  #completing = false
  #completed = false

  constructor(lease: Lease, around: Surroundings) {
    this.#lease = lease
    this.#around = around
    this.#goodUntilMs = Date.now() + around.timing.leaseSeconds * 1000
    this.#heart = setInterval(() => void this.beat(), around.timing.heartbeatSeconds * 1000)
  }

  get id() {
    return this.#lease.jobId
  }

  get payload() {
    return this.#lease.payload as P
  }

  get attempt() {
    return this.#lease.attempt
  }

  get signal() {
    return this.#abort.signal
  }

  get completed() {
    return this.#completed
  }

  async guard(change: Change) {
    await this.#around.database.transaction(async (trx) => {
      if (!(await this.#around.leases.hold(this.#lease, trx))) throw new LeaseLost(this.id)
      await change(trx)
    })
    this.#renewed()
  }

  async complete(change: Change) {
    for (let tries = 1; !(await this.#completeOnce(change, tries)); tries++) {
      await sleep(Math.min(2 ** tries * 50, 2000))
      if (this.signal.aborted) throw this.signal.reason
    }
    this.release()
  }

  /** True when it is done; false when the database did not answer and it is worth another try. */
  async #completeOnce(change: Change, tries: number): Promise<boolean> {
    this.#completing = true
    try {
      if (tries > 1 && (await this.#around.leases.isFinished(this.#lease))) return (this.#completed = true)
      await this.#around.database.transaction(async (trx) => {
        if (!(await this.#around.leases.finish(this.#lease, trx))) throw new LeaseLost(this.id)
        await change(trx)
      })
      return (this.#completed = true)
    } catch (error) {
      // Heartbeats may be answered while this is not: then it is the change that has no hope
      if (!isTransient(error) || this.signal.aborted || tries >= triesLimit) throw error
      this.#around.report(error, `completing job ${this.id}`)
      return false
    } finally {
      this.#completing = false
    }
  }

  /** Renews the lease, or fires the signal when it is gone or has not been renewed in time. */
  async beat() {
    if (this.signal.aborted || this.#completing || this.#completed) return
    // A renewal that hangs, or one that failed: nobody may work on under a lease that may be another's by now
    if (this.#beating) return this.#abortIfOverdue()
    this.#beating = true
    try {
      const hold = await this.#around.leases.renew(this.#lease)
      // A lease that was given up by completing the job is not lost; if it was lost before, complete() says so
      if (this.#completing || this.#completed) return
      if (hold === 'held') this.#renewed()
      else this.abort(hold === 'cancelled' ? new JobCancelled(this.id) : new LeaseLost(this.id))
    } catch (error) {
      this.#around.report(error, `renewing the lease of job ${this.id}`)
      this.#abortIfOverdue()
    } finally {
      this.#beating = false
    }
  }

  abort(reason: Error) {
    if (this.#completed) return
    this.#abort.abort(reason)
  }

  release() {
    clearInterval(this.#heart)
  }

  #renewed() {
    this.#goodUntilMs = Date.now() + this.#around.timing.leaseSeconds * 1000
  }

  #abortIfOverdue() {
    if (Date.now() > this.#goodUntilMs) this.abort(new LeaseLost(this.id))
  }
}
