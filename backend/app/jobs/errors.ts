/** What the queue itself has to say; what a handler throws is the handler's own. */
export class JobError extends Error {
  readonly code: string = 'E_JOB'
}

/** The attempt no longer holds its lease: another worker has the job now, and nothing said here counts. */
export class LeaseLost extends JobError {
  override readonly code = 'E_JOB_LEASE_LOST'

  constructor(jobId: string, options?: ErrorOptions) {
    super(`job ${jobId}: this attempt no longer holds the lease`, options)
  }
}

/** Somebody called the job off while it ran. */
export class JobCancelled extends JobError {
  override readonly code = 'E_JOB_CANCELLED'

  constructor(jobId: string) {
    super(`job ${jobId} was cancelled`)
  }
}

/** The worker is going down; the job goes back to the queue and the attempt is not counted. */
export class WorkerStopping extends JobError {
  override readonly code = 'E_JOB_WORKER_STOPPING'

  constructor() {
    super('the worker is stopping')
  }
}

/** The queue was closed, so it takes and gives no more jobs. */
export class QueueClosed extends JobError {
  override readonly code = 'E_JOB_QUEUE_CLOSED'

  constructor() {
    super('the queue is closed')
  }
}
