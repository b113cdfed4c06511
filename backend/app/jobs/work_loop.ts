import { Attempt, type Surroundings } from './attempt.js'
import { JobCancelled, LeaseLost, WorkerStopping } from './errors.js'
import type { Lease } from './lease.js'
import type { JobWorker, Working } from './queue.js'

/** Takes jobs of one name and sees each through: the same for every driver. */
export class WorkLoop<P extends object> implements Working {
  readonly #running = new Map<Attempt<P>, Promise<void>>()
  #poll?: NodeJS.Timeout
  #unlisten?: () => void
  #taking = false
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
      pushed: () => void this.#fill(),
      cancelled: () => this.#running.forEach((_, attempt) => void attempt.beat()),
    })
    this.#poll = setInterval(() => void this.#fill(), this.around.timing.pollSeconds * 1000)
    void this.#fill()
  }

  stop(): Promise<void> {
    return (this.#stopped ??= this.#stop())
  }

  async #stop() {
    clearInterval(this.#poll)
    this.#unlisten?.()
    for (const attempt of this.#running.keys()) attempt.abort(new WorkerStopping())
    const ended = Promise.allSettled(this.#running.values())
    const grace = new Promise((resolve) => setTimeout(resolve, this.around.timing.stopGraceSeconds * 1000).unref())
    await Promise.race([ended, grace])
  }

  /** Takes jobs until the hands are full or nothing is due. Calls during a round lead to one more round. */
  async #fill() {
    this.#calledMeanwhile = true
    if (this.#taking) return
    this.#taking = true
    try {
      while (this.#calledMeanwhile && !this.#stopped && this.#running.size < this.concurrency) {
        this.#calledMeanwhile = false
        const lease = await this.around.leases.take(this.name)
        if (!lease) continue
        this.#calledMeanwhile = true
        await this.#take(lease)
      }
    } catch (error) {
      this.around.report(error, `taking a ${this.name} job`)
    } finally {
      this.#taking = false
    }
  }

  async #take(lease: Lease) {
    // stop() came while the database was choosing
    if (this.#stopped) return await this.around.leases.giveBack(lease)
    const attempt = new Attempt<P>(lease, this.around)
    const end = this.#see(lease, attempt).finally(() => {
      attempt.release()
      this.#running.delete(attempt)
      void this.#fill()
    })
    this.#running.set(attempt, end)
  }

  async #see(lease: Lease, attempt: Attempt<P>) {
    try {
      if (lease.task === 'give-up') await this.#giveUp(lease)
      else await this.#handle(attempt)
    } catch (error) {
      await this.#endBadly(lease, attempt, error)
    }
  }

  async #giveUp({ jobId: id, name, payload, attempt, error }: Lease & { payload: P }) {
  }
}
