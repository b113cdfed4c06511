import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { TestContext } from '@japa/runner/core'
import type { NewJob, Report } from '../../../backend/app/jobs/queue.js'
import type { Timing } from '../../../backend/app/jobs/timing.js'
import { createTables, dropTables } from './tables.js'
import { openQueue, type OpenQueue, type Place } from './open_queue.js'
import type { Orders, Said, Task } from './orders.js'
import { WorkerProcess } from './worker_process.js'

const leaseSeconds = 3

const quick: Partial<Timing> = {
  ...{ leaseSeconds, heartbeatSeconds: 0.5, pollSeconds: 0.5 },
  ...{ backoffSeconds: 1, stopGraceSeconds: 2 },
}

/** One test's queue: a name of its own, the workers it started, and all they said. */
export class Trial {
  readonly name = `trial-${randomBytes(6).toString('hex')}`
  readonly leaseSeconds = leaseSeconds
  readonly #workers: WorkerProcess[] = []

  private constructor(
    private readonly place: Place,
    private readonly open: OpenQueue,
    readonly heard: Said[]
  ) {}

  static async begin(context: TestContext): Promise<Trial> {
    const folder = join(tmpdir(), `hub-jobs-${randomBytes(6).toString('hex')}`)
    const place: Place = {
      folder,
      timing: quick,
      ...(process.env.DATABASE_URL && { url: process.env.DATABASE_URL }),
    }
    const heard: Said[] = []
    const report: Report = (error, doing) =>
      heard.push({ what: 'report', detail: `${doing}: ${error}`, atMs: Date.now(), pid: process.pid })
    const trial = new Trial(place, await openQueue(place, report), heard)
    await createTables(trial.database)
    context.cleanup(() => trial.#end())
    return trial
  }

  get queue() {
    return this.open.queue
  }

  get database() {
    return this.open.database
  }

  async #end() {
    await Promise.all(this.#workers.map((worker) => worker.end('SIGKILL')))
    await dropTables(this.database)
    await this.open.close()
    rmSync(this.place.folder, { recursive: true, force: true })
  }

  /** Starts a worker and waits until it takes jobs. */
  async worker(
    options: Partial<Omit<Orders, 'place'>> & { timing?: Partial<Timing> } = {}
  ): Promise<WorkerProcess> {
    const { timing, ...rest } = options
    const { folder, url } = this.place
    // Its connections are known by their name, so that a spec can cut them
    const ownUrl = url && `${url}${url.includes('?') ? '&' : '?'}application_name=${this.name}`
    const place = { folder, timing: { ...quick, ...timing }, ...(ownUrl && { url: ownUrl }) }
    const worker = new WorkerProcess({ name: this.name, concurrency: 1, place, ...rest }, (said) =>
      this.heard.push(said)
    )
    this.#workers.push(worker)
    const isReady = () => worker.hasEnded || this.of('ready').some(({ pid }) => pid === worker.pid)
    await this.until(isReady, 'a worker is ready')
    return worker
  }

  async push(task: Task, options: Partial<NewJob<Task>> = {}): Promise<string> {
    return (await this.pushAll([{ payload: task, ...options }]))[0]!
  }

  /** Pushes several in one transaction, in this order. */
  async pushAll(jobs: (Partial<NewJob<Task>> & { payload: Task })[]): Promise<string[]> {
    return await this.database.transaction(async (trx) => {
      const ids: string[] = []
      for (const job of jobs) ids.push(await this.queue.push({ name: this.name, ...job }, trx))
      if (this.place.url) await shortenLeases(this.name, trx)
      return ids
    })
  }

  of(what: Said['what'], id?: string): Said[] {
    return this.heard.filter((said) => said.what === what && (id === undefined || said.id === id))
  }

  started(id: string) {
    return this.until(() => this.of('started', id).length > 0, `job ${id} is started`)
  }

  /** The rows that the attempts of a job (or of all) have left. */
  async effects(id?: string): Promise<{ job_id: string; attempt: number; note: string; pid: number }[]> {
    const query = this.database.from('job_effects').orderBy('id')
    return await (id ? query.where('job_id', id) : query)
  }

  async until(condition: () => boolean | Promise<boolean>, sentence: string, seconds = 40) {
    const limitMs = Date.now() + seconds * 1000
    while (!(await condition())) {
      if (Date.now() > limitMs)
        throw new Error(`waited in vain until ${sentence}; heard ${JSON.stringify(this.heard)}`)
      await sleep(25)
    }
  }

  /** Waits for the handler's own word too, which comes by another way than the row. */
  async done(id: string) {
    const isDone = async () => (await this.effects(id)).some(({ note }) => note === 'done')
    await this.until(async () => this.of('ended', id).length > 0 && (await isDone()), `job ${id} is done`)
  }
}

/** pg-boss's queues take no lease below ten seconds; its jobs do. */
async function shortenLeases(name: string, trx: TransactionClientContract) {
  await trx.from('pgboss.job').where('name', name).update({ heartbeat_seconds: leaseSeconds })
}
