import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { hubNow } from '#app/core/clock'

/**
 * One at a time over all processes: whoever looks through a law or decides a task sees what the one before has written,
 * so that two runs at once open nothing twice. SQLite gives the turn with its write lock.
 */
export function inValidityTurn<T>(work: (trx: TransactionClientContract) => Promise<T>): Promise<T> {
  return db.transaction(async (trx) => {
    if (trx.dialect.name === 'postgres') {
      await trx.rawQuery('SELECT pg_advisory_xact_lock(hashtext(?))', ['hub validity'])
    }
    return work(trx)
  })
}

/** The moment of an act, by the hub's clock. */
export const hubMoment = () => DateTime.fromJSDate(hubNow()).toUTC()
