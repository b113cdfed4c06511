import { PgBoss } from 'pg-boss'
import { JobError } from '../errors.js'
import type { Report } from '../queue.js'

/** pg-boss keeps its tables in a schema of its own, which it makes and migrates itself. */
export const bossSchema = 'pgboss'

/**
 * A started pg-boss. It brings the lease bookkeeping (heartbeats, retries, expiry, sweeping); which job goes next, and
 * seeing it through, is ours. TLS follows the address (`?sslmode=…`), as it does for the application's own pool.
 */
export async function startBoss(url: string, report: Report): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: url,
    schema: bossSchema,
    application_name: 'hub-jobs',
    // Heartbeats must not wait behind the application's queries, and need few connections
    max: 3,
    // A lapsed lease is noticed by supervision, which sleeps for a minute unless told
    superviseIntervalSeconds: 2,
    monitorIntervalSeconds: 2,
    // No cron here
    schedule: false,
  })
  boss.on('error', (error) => report(error, 'pg-boss'))
  boss.on('warning', ({ message }) => report(new JobError(message), 'pg-boss'))
  await boss.start()
  return boss
}
