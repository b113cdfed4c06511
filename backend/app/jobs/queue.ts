import type { TransactionClientContract } from '@adonisjs/lucid/types/database'

/** A change of our own tables, applied whole or not at all. It may run again after a lost connection. */
export type Change = (trx: TransactionClientContract) => Promise<void>

export interface NewJob<P extends object> {
  /** Which work it is: letters, digits, `-`, `_` and `.` */
  name: string
  /** What the handler needs, as JSON */
  payload: P
  /** Higher goes first, −100 to 100; 0 unless told */
  priority?: number
  /** Jobs of equal priority are shared out between these keys (an agency's id), so that none starves another */
  fairnessKey?: string
  /** Starts before the job is given up; 4 unless told. A start that ended by stop() is not counted. */
  attemptsLimit?: number
  delaySeconds?: number
}

export interface JobQueue {
  readonly driver: 'sqlite' | 'postgres'

  /**
   * Adds a job as a part of the caller's transaction, and tells the workers once that has committed.
   * @returns the job's id
   */
  push<P extends object>(job: NewJob<P>, trx: TransactionClientContract): Promise<string>

  /** Takes jobs of this name, `concurrency` at a time, until stopped (or until `signal` fires). */
  work<P extends object>(name: string, worker: JobWorker<P>, options: WorkOptions): Promise<Working>

  /** A waiting job never starts; a running one's signal fires with JobCancelled. A finished one stays as it is. */
  cancel(jobId: string, trx?: TransactionClientContract): Promise<void>

  counts(name: string): Promise<JobCounts>

  /** Stops what works here and lets go of files and connections. */
  close(): Promise<void>
}

export interface WorkOptions {
  concurrency: number
  signal?: AbortSignal
}

export interface Working {
  /**
   * Takes no more, fires the signal of what runs, waits a little for the handlers, and gives their jobs back so that
   * another worker, or the next start, takes them up at once.
   */
  stop(): Promise<void>
}

/** `failed` counts those given up that are still on record (a week), whether or not exhausted() has been told yet. */
export interface JobCounts {
  waiting: number
  running: number
  failed: number
}

export interface JobWorker<P extends object> {
  /** Ends by `job.complete()`. What it throws costs the attempt: the job is tried again, later each time. */
  handle(job: RunningJob<P>): Promise<void>

  /**
   * The last attempt failed, or its worker died. Called at least once, perhaps in another process than the attempt
   * and perhaps again: it must come to the same end when it is repeated.
   */
  exhausted(job: ExhaustedJob<P>, error: string): Promise<void>
}

export interface RunningJob<P extends object> {
  readonly id: string
  readonly payload: P
  /** 1 for the first start, and never the same number twice: good for a folder's name */
  readonly attempt: number
  /** Fires with LeaseLost, JobCancelled or WorkerStopping as its reason */
  readonly signal: AbortSignal

  /** Applies the change in a transaction if this attempt still holds the lease. @throws LeaseLost */
  guard(change: Change): Promise<void>

  /**
   * The fenced end: in one transaction the lease is checked, the job marked as done and the change applied.
   * Tries again for as long as the lease is good while the database does not answer.
   * @throws LeaseLost, and then nothing has changed
   */
  complete(change: Change): Promise<void>
}

export interface ExhaustedJob<P extends object> {
  readonly id: string
  readonly name: string
  readonly payload: P
  /** The number of the last start */
  readonly attempt: number
}

/** What the drivers tell the log: the queue goes on after it. */
export type Report = (error: unknown, doing: string) => void
