import type { Trial } from './trial.js'

/**
 * Keeps the database from a worker that is about to complete a job (which must last a second or two) until the
 * worker has noticed: SQLite by holding its one write lock, PostgreSQL by ending the worker's connection in mid-transaction.
 */
export async function interruptCompletion(trial: Trial) {
  const noticed = () => trial.of('report').some(({ detail }) => detail?.startsWith('completing job'))
  if (trial.queue.driver === 'sqlite') {
    const trx = await trial.database.transaction()
    await trial.until(noticed, 'the worker has felt the lock')
    return await trx.rollback()
  }
  const inChange = `
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE state = 'idle in transaction' AND query ILIKE '%insert into "job_effects"%'`
  await trial.until(
    async () => (await trial.database.rawQuery(inChange)).rowCount > 0,
    'the change is under way'
  )
  await trial.until(noticed, 'the worker has felt the loss')
}

/** Keeps the database from an idle worker until it has noticed, by the same means. */
export async function interruptWaiting(trial: Trial, pid: number) {
  const noticed = () => trial.of('report').some((said) => said.pid === pid)
  if (trial.queue.driver === 'sqlite') {
    const trx = await trial.database.transaction()
    await trial.until(noticed, 'the worker has felt the lock')
    return await trx.rollback()
  }
  const all = 'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = ?'
  await trial.until(
    async () => (await trial.database.rawQuery(all, [trial.name])).rowCount > 0,
    'connections are cut'
  )
  await trial.until(noticed, 'the worker has felt the loss')
}
