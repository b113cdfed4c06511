import type { TransactionClientContract } from '@adonisjs/lucid/types/database'

/** One attempt's hold on a job. `token` is new with each attempt, so that an old holder's words count for nothing. */
export interface Lease {
  readonly jobId: string
  readonly name: string
  readonly payload: object
  readonly attempt: number
  readonly token: string
  /** `give-up`: the attempts are used up, and only the end is left to be recorded. */
  readonly task: 'attempt' | 'give-up'
  /** Why it is given up */
  readonly error: string
}

export type Hold = 'held' | 'lost' | 'cancelled'

/** What a driver does with leases; who works with them (WorkLoop, Attempt) is the same for every driver. */
export interface Leases {
  /** Makes ready to take jobs of this name. */
  open(name: string): Promise<void>
  /** The next job by priority, fairness and age, leased to the caller; null where nothing is due. */
  take(name: string): Promise<Lease | null>
  renew(lease: Lease): Promise<Hold>
  /** Renews the lease within the transaction; false if it is no longer held. */
  hold(lease: Lease, trx: TransactionClientContract): Promise<boolean>
  /** Marks the job as done within the transaction; false if the lease is no longer held. */
  finish(lease: Lease, trx: TransactionClientContract): Promise<boolean>
  /** True if this very lease ended by finish(): tells a lost answer from a lost lease. */
  isFinished(lease: Lease): Promise<boolean>
  /** Ends the attempt as failed: the job waits for its next one, or to be given up. */
  fail(lease: Lease, error: string): Promise<void>
  /** Ends the attempt as if it had not been. */
  giveBack(lease: Lease): Promise<void>
  /** The end of a `give-up` task. */
  bury(lease: Lease): Promise<void>
  /** Calls back when jobs may have become due, and when a running one may have been cancelled. */
  listen(name: string, heard: { pushed(): void; cancelled(): void }): () => void
}
