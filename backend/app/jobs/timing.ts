/** The queue's clocks. Tests shorten them; what runs in earnest takes the defaults. */
export interface Timing {
  /** A lease that was not renewed for so long is free for another worker */
  leaseSeconds: number
  heartbeatSeconds: number
  /** Between looks at the queue when nothing was announced */
  pollSeconds: number
  /** Wait before the second attempt; doubles with each further one */
  backoffSeconds: number
  backoffLimitSeconds: number
  /** How long stop() waits for handlers whose signal has fired */
  stopGraceSeconds: number
  /** How long finished jobs stay on record */
  keepDays: number
}

export const defaultTiming: Timing = {
  leaseSeconds: 15,
  heartbeatSeconds: 2,
  pollSeconds: 1,
  backoffSeconds: 10,
  backoffLimitSeconds: 300,
  stopGraceSeconds: 8,
  keepDays: 7,
}

/** Seconds from the end of a failed attempt to the next: backoff, then twice, four times … up to the limit. */
export function backoffAfter(attempt: number, timing: Timing): number {
  return Math.min(timing.backoffSeconds * 2 ** (attempt - 1), timing.backoffLimitSeconds)
}
