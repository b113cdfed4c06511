import type { PgBoss, Queue } from 'pg-boss'
import type { Timing } from '../timing.js'

const daySeconds = 86_400

/** pg-boss takes no shorter one */
const shortestLeaseSeconds = 10

/** Where pg-boss puts the jobs whose attempts are used up, each to be told to its worker's exhausted(). */
export function givenUpQueue(name: string) {
  return `${name}.given-up`
}

/** Makes the queue of this name and the one of its given-up jobs; settings that have changed are brought up to date. */
export async function makeQueues(boss: PgBoss, name: string, timing: Timing) {
  const common = {
    heartbeatSeconds: Math.max(shortestLeaseSeconds, Math.ceil(timing.leaseSeconds)),
    // Only a dead worker ends an attempt, not the clock: the longest that pg-boss takes instead of its 15 minutes
    expireInSeconds: daySeconds - 1,
    deleteAfterSeconds: timing.keepDays * daySeconds,
    // A waiting job is not thrown away for having waited
    retentionSeconds: 365 * daySeconds,
    // Backoff is ours (see PostgresLeases.fail), so that the job of a dead worker is taken up at once
    retryDelay: 0,
    retryBackoff: false,
  }
  // The end must be told however long it takes; half of what an integer holds leaves room to add to
  await makeQueue(boss, givenUpQueue(name), { ...common, policy: 'standard', retryLimit: 2 ** 30 })
  await makeQueue(boss, name, { ...common, policy: 'exclusive', deadLetter: givenUpQueue(name) })
}

async function makeQueue(boss: PgBoss, name: string, options: Omit<Queue, 'name'>) {
  await boss.createQueue(name, options)
  const { policy: _fixed, deadLetter: _alsoFixed, ...changeable } = options
  await boss.updateQueue(name, changeable)
}
