import { QueryClient } from '@adonisjs/lucid/database'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'

type Open = (callback?: unknown, options?: object) => Promise<TransactionClientContract>
type Work = (trx: TransactionClientContract) => Promise<unknown>

let isHonest = false

/**
 * knex tells of a failed BEGIN or COMMIT only through a transaction's `executionPromise` (its issues 3370 and 3847), and
 * Lucid does not look there: with a connection lost before the commit, or a database locked at the beginning, a
 * transaction "succeeds" without a trace and its after-commit hooks run. Here both are errors, as one expects.
 */
export function makeTransactionsHonest() {
  if (isHonest) return
  isHonest = true
  const open = QueryClient.prototype.transaction as Open
  const honest = async function (this: QueryClient, work?: Work, options?: object) {
    const trx = await begin(open, this, options)
    return typeof work === 'function' ? await carryOut(work, trx) : trx
  }
  QueryClient.prototype.transaction = honest as typeof QueryClient.prototype.transaction
}

async function begin(open: Open, client: QueryClient, options?: object) {
  const trx = await open.call(client, undefined, options)
  const knex = trx.getWriteClient()
  const outcome = knex.executionPromise
  // It is asked for where it matters; a rollback, which rejects it too, is no failure
  outcome.catch(() => {})
  // Complete before it began: the BEGIN failed
  if (trx.isCompleted) await outcome
  const commit = knex.commit
  knex.commit = ((value?: unknown) => commit(value).then(() => outcome)) as typeof commit
  return trx
}

async function carryOut(work: Work, trx: TransactionClientContract) {
  try {
    const result = await work(trx)
    if (!trx.isCompleted) await trx.commit()
    return result
  } catch (error) {
    if (!trx.isCompleted) await trx.rollback()
    throw error
  }
}
