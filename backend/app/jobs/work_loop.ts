import { setTimeout as sleep } from 'node:timers/promises'
import { Attempt, type Surroundings } from './attempt.js'
import { JobCancelled, LeaseLost, WorkerStopping } from './errors.js'
import type { Lease } from './lease.js'
import type { JobWorker, Working } from './queue.js'
import { isTransient } from './transient.js'

/** Takes jobs of one name and sees each through: the same for every driver. */
export class WorkLoop<P extends object> implements Working {
  readonly #running = new Map<Attempt<P>, { lease: Lease; end: Promise<void> }>()
  #poll?: NodeJS.Timeout
  #unlisten?: () => void
  #filling?: Promise<void>
  #calledMeanwhile = false
  #stopped?: Promise<void>

  constructor(
    readonly name: string,
    private readonly worker: JobWorker<P>,
    private readonly concurrency: number,
    private readonly around: Surroundings
  ) {}

  async start() {
    await this.around.leases.open(this.name)
    this.#unlisten = this.around.leases.listen(this.name, {
      pushed: () => this.#fill(),
      cancelled: () => this.#running.forEach((_, attempt) => void attempt.beat()),
    })
    this.#poll = setInterval(() => this.#fill(), this.around.timing.pollSeconds * 1000)
    this.#fill()
  }

  stop(): Promise<void> {
    return (this.#stopped ??= this.#stop())
  }

  async #stop() {
    clearInterval(this.#poll)
    this.#unlisten?.()
    for (const attempt of this.#running.keys()) attempt.abort(new WorkerStopping())
    await this.#filling
    const ends = [...this.#running.values()].map(({ end }) => end)
    const grace = sleep(this.around.timing.stopGraceSeconds * 1000, undefined, { ref: false })
    await Promise.race([Promise.allSettled(ends), grace])
    // Handlers that did not heed their signal: whatever they still say is fenced off by the lost lease
    for (const { lease } of this.#running.values()) await this.#tell('giving back', lease, 'giveBack')
  }

  /** Takes jobs until the hands are full or nothing is due. A call during a round leads to one more round. */
  #fill() {
    this.#calledMeanwhile = true
    this.#filling ??= this.#takeAll().finally(() => {
      this.#filling = undefined
      // A call that came between the round's last look and its end
      if (this.#calledMeanwhile && this.#mayTake) this.#fill()
    })
  }

  get #mayTake() {
    return !this.#stopped && this.#running.size < this.concurrency
  }

  async #takeAll() {
    try {
      while (this.#calledMeanwhile && this.#mayTake) {
        this.#calledMeanwhile = false
        const lease = await this.around.leases.take(this.name)
        if (!lease) continue
        this.#calledMeanwhile = true
        // stop() may have come while the database was choosing
        if (this.#stopped) await this.#tell('giving back', lease, 'giveBack')
        else this.#begin(lease)
      }
    } catch (error) {
      this.around.report(error, `taking a ${this.name} job`)
    }
  }

  #begin(lease: Lease) {
    const attempt = new Attempt<P>(lease, this.around)
    const end = this.#seeThrough(lease, attempt).finally(() => {
      attempt.release()
      this.#running.delete(attempt)
      if (!this.#stopped) this.#fill()
    })
    this.#running.set(attempt, { lease, end })
  }

  async #seeThrough(lease: Lease, attempt: Attempt<P>) {
    try {
      if (lease.task === 'attempt') return await this.#handle(attempt)
      const { jobId: id, name, error } = lease
      await this.worker.exhausted({ id, name, payload: attempt.payload, attempt: lease.attempt }, error)
      await this.around.leases.bury(lease)
    } catch (error) {
      await this.#endBadly(lease, attempt, error)
    }
  }

  async #handle(attempt: Attempt<P>) {
    await this.worker.handle(attempt)
    if (attempt.completed) return
    // A handler that returned because its signal fired has not done the job
    if (attempt.signal.aborted) throw attempt.signal.reason
    await attempt.complete(async () => {})
  }

  async #endBadly(lease: Lease, attempt: Attempt<P>, error: unknown) {
    const { aborted, reason } = attempt.signal
    if (attempt.completed) return this.around.report(error, `after completing job ${lease.jobId}`)
    if (aborted && reason instanceof WorkerStopping) return await this.#tell('giving back', lease, 'giveBack')
    if (aborted && reason instanceof JobCancelled) return
    if (error instanceof LeaseLost || aborted)
      return this.around.report(error, `working on job ${lease.jobId}`)
    this.around.report(error, `${lease.task} ${lease.attempt} of job ${lease.jobId} (${lease.name})`)
    await this.#tell('recording the failure of', lease, 'fail', describe(error))
  }

  /** Says how a lease ended; for as long as the lease lasts, should the database not answer. Later it lapses. */
  async #tell(doing: string, lease: Lease, what: 'giveBack' | 'fail', error = '') {
    const untilMs = Date.now() + this.around.timing.leaseSeconds * 1000
    for (;;) {
      try {
        return await this.around.leases[what](lease, error)
      } catch (failure) {
        this.around.report(failure, `${doing} job ${lease.jobId}`)
        if (!isTransient(failure) || Date.now() > untilMs) return
        await sleep(500)
      }
    }
  }
}

/** The sentence of an error and of its causes. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? `${error.message} (${describe(error.cause)})` : error.message
}
