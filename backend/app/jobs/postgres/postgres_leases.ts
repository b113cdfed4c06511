import type { Database } from '@adonisjs/lucid/database'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { fromKnex, type JobAttempt, type JobWithMetadata, type PgBoss } from 'pg-boss'
import type { Hold, Lease, Leases } from '../lease.js'
import { backoffAfter, type Timing } from '../timing.js'
import { announce, type Announcements } from './announcements.js'
import { bossSchema } from './boss.js'
import { givenUpQueue } from './boss_queues.js'
import { chooseNext } from './choose_next.js'
import { fromUuid } from './ids.js'

/** Leases as pg-boss keeps them. Each claim raises the job's retry count, which therefore serves as the token. */
export class PostgresLeases implements Leases {
  constructor(
    private readonly database: Database,
    private readonly boss: PgBoss,
    private readonly announcements: Announcements,
    private readonly timing: Timing
  ) {}

  open() {
    return this.announcements.open(this.boss)
  }

  async take(name: string): Promise<Lease | null> {
    return (await this.#takeGivenUp(name)) ?? (await this.#takeNext(name))
  }

  async renew(lease: Lease): Promise<Hold> {
    if (await this.#touch(lease)) return 'held'
    const row = await this.#row(lease)
    return row?.state === 'cancelled' ? 'cancelled' : 'lost'
  }

  hold(lease: Lease, trx: TransactionClientContract) {
    return this.#touch(lease, trx)
  }

  async finish(lease: Lease, trx: TransactionClientContract) {
    return hit(await this.boss.complete(queueOf(lease), claimOf(lease), null, { db: within(trx) }))
  }

  async isFinished(lease: Lease) {
    const row = await this.#row(lease)
    return row?.state === 'completed' && row.retry_count === claimOf(lease).retryCount
  }

  async fail(lease: Lease, error: string) {
    const delaySeconds = backoffAfter(lease.attempt, this.timing)
    await this.database.transaction(async (trx) => {
      const failed = await this.boss.fail(
        queueOf(lease),
        claimOf(lease),
        { message: error },
        { db: within(trx) }
      )
      if (!hit(failed)) return
      await trx.rawQuery(
        `UPDATE ${bossSchema}.job SET start_after = now() + make_interval(secs => ?)
         WHERE name = ? AND id = ? AND state = 'retry'`,
        [delaySeconds, queueOf(lease), claimOf(lease).id]
      )
      // A given-up job is waiting to be told
      await announce('pushed', trx)
    })
  }

  async giveBack(lease: Lease) {
    const { id, retryCount } = claimOf(lease)
    await this.database.transaction(async (trx) => {
      // One more start is allowed instead of one less counted, so that an attempt's number is never used twice
      await trx.rawQuery(
        `UPDATE ${bossSchema}.job
         SET state = 'retry', retry_limit = retry_limit + 1, start_after = now(), heartbeat_on = NULL
         WHERE name = ? AND id = ? AND retry_count = ? AND state = 'active'`,
        [queueOf(lease), id, retryCount]
      )
      await announce('pushed', trx)
    })
  }

  async bury(lease: Lease) {
    await this.boss.complete(queueOf(lease), claimOf(lease))
  }

  listen(_name: string, heard: { pushed(): void; cancelled(): void }) {
    return this.announcements.add(heard)
  }

  /** Fairness needs a look at all that waits and runs, so the workers choose one after the other. */
  async #takeNext(name: string): Promise<Lease | null> {
    return await this.database.transaction(async (trx) => {
      await trx.rawQuery('SELECT pg_advisory_xact_lock(hashtext(?))', [`hub jobs ${name}`])
      const { rows } = await trx.rawQuery<{ rows: { priority: number; others: string[] }[] }>(chooseNext, {
        name,
      })
      if (!rows[0]) return null
      const { priority, others } = rows[0]
      const only = { minPriority: priority, maxPriority: priority, ignoreGroups: others }
      const [job] = await this.boss.fetch<object>(name, { ...only, db: within(trx) })
      if (!job) return null
      const { id, retryCount, data } = job
      const jobId = fromUuid(id)
      return {
        jobId,
        name,
        payload: data,
        attempt: retryCount + 1,
        token: tokenOf(job),
        task: 'attempt',
        error: '',
      }
    })
  }

  async #takeGivenUp(name: string): Promise<Lease | null> {
    const [job] = await this.boss.fetch<object>(givenUpQueue(name), { includeMetadata: true })
    if (!job?.sourceId) return null
    const attempt = (job.sourceRetryCount ?? 0) + 1
    const jobId = fromUuid(job.sourceId)
    return {
      jobId,
      name,
      payload: job.data,
      attempt,
      token: tokenOf(job),
      task: 'give-up',
      error: reasonOf(job, attempt),
    }
  }

  async #touch(lease: Lease, trx?: TransactionClientContract): Promise<boolean> {
    return hit(await this.boss.touch(queueOf(lease), claimOf(lease), trx && { db: within(trx) }))
  }

  async #row(lease: Lease): Promise<{ state: string; retry_count: number } | null> {
    const own = { name: queueOf(lease), id: claimOf(lease).id }
    return await this.database.from(`${bossSchema}.job`).where(own).select('state', 'retry_count').first()
  }
}

const within = (trx: TransactionClientContract) => fromKnex(trx.getWriteClient())

const queueOf = ({ name, task }: Lease) => (task === 'attempt' ? name : givenUpQueue(name))

const tokenOf = ({ id, retryCount }: JobAttempt) => `${id}:${retryCount}`

function claimOf({ token }: Lease): JobAttempt {
  const [id = '', retryCount] = token.split(':')
  return { id, retryCount: Number(retryCount) }
}

/** Whether the claim was still ours: pg-boss says how many rows it changed, though its types do not. */
const hit = (response: object) => (response as { affected: number }).affected === 1

/** Why a job was given up: what the handler threw, or what pg-boss's supervision noted. */
function reasonOf({ sourceOutput }: JobWithMetadata<object>, attempt: number): string {
  const output = sourceOutput as { message?: string; value?: { message?: string } } | null
  return output?.message ?? `the worker died or stood still in attempt ${attempt} (${output?.value?.message})`
}
