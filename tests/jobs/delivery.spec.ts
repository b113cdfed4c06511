import { setTimeout as sleep } from 'node:timers/promises'
import { test } from '@japa/runner'
import { Trial } from './support/trial.js'

test.group('Jobs | delivery', () => {
  test('a job whose transaction was rolled back is never run', async (context) => {
    const trial = await Trial.begin(context)
    await trial.worker()
    const trx = await trial.database.transaction()
    const lost = await trial.queue.push({ name: trial.name, payload: { deed: 'finish' } }, trx)
    await trx.rollback()
    // A later job of the same worker shows that the first one's turn has passed
    await trial.done(await trial.push({ deed: 'finish' }))
    context.assert.lengthOf(trial.of('started', lost), 0)
    context.assert.deepEqual(await trial.queue.counts(trial.name), { waiting: 0, running: 0, failed: 0 })
  })

  test('a job is not run before its transaction has committed', async (context) => {
    const trial = await Trial.begin(context)
    await trial.worker()
    const trx = await trial.database.transaction()
    const id = await trial.queue.push({ name: trial.name, payload: { deed: 'finish' } }, trx)
    await sleep(800)
    context.assert.lengthOf(trial.of('started', id), 0)
    await trx.commit()
    await trial.done(id)
  })

  test('a pushed job is announced: it starts long before the next look at the queue', async (context) => {
    const trial = await Trial.begin(context)
    await trial.worker({ timing: { pollSeconds: 600 } })
    for (const label of ['first', 'second']) await trial.done(await trial.push({ deed: 'finish', label }))
  })

  test('an end and its change are one: if the change fails, the job is tried again and applied once', async (context) => {
    const trial = await Trial.begin(context)
    await trial.worker()
    const id = await trial.push({ deed: 'trip-once' })
    await trial.done(id)
    context.assert.deepEqual(
      (await trial.effects(id)).map(({ attempt }) => attempt),
      [2]
    )
  })

  test('a handler that only returns has done its job', async (context) => {
    const trial = await Trial.begin(context)
    await trial.worker()
    const id = await trial.push({ deed: 'return' })
    const settled = async () =>
      Object.values(await trial.queue.counts(trial.name)).every((count) => count === 0)
    await trial.started(id)
    await trial.until(settled, 'nothing waits, runs or has failed')
    context.assert.lengthOf(trial.of('started', id), 1)
  })

  test('a delayed job waits for its time', async (context) => {
    const trial = await Trial.begin(context)
    await trial.worker()
    const pushedAtMs = Date.now()
    const id = await trial.push({ deed: 'finish' }, { delaySeconds: 2 })
    await trial.done(id)
    context.assert.isAtLeast(trial.of('started', id)[0]!.atMs - pushedAtMs, 1990)
  })

  test('200 jobs over three workers: each is run once, by one of them', async (context) => {
    const trial = await Trial.begin(context)
    await Promise.all([1, 2, 3].map(() => trial.worker({ concurrency: 2 })))
    const ids = await trial.pushAll(
      Array.from({ length: 200 }, () => ({ payload: { deed: 'finish', lastsMs: 5 } }))
    )
    await trial.until(() => trial.of('ended').length >= ids.length, 'all jobs are done')
    const starts = trial.of('started').map(({ id }) => id!)
    context.assert.sameMembers(starts, ids)
    context.assert.sameMembers(
      (await trial.effects()).map((effect) => effect.job_id),
      ids
    )
    context.assert.equal(new Set(trial.of('started').map(({ pid }) => pid)).size, 3)
  })
})
