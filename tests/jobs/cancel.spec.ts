import { setTimeout as sleep } from 'node:timers/promises'
import { test } from '@japa/runner'
import { Trial } from './support/trial.js'

test.group('Jobs | cancelling', () => {
  test('a waiting job that is cancelled never starts', async (context) => {
    const trial = await Trial.begin(context)
    const [cancelled, kept] = await trial.pushAll([
      { payload: { deed: 'finish' } },
      { payload: { deed: 'finish' } },
    ])
    await trial.queue.cancel(cancelled!)
    await trial.worker()
    await trial.done(kept!)
    context.assert.lengthOf(trial.of('started', cancelled), 0)
    context.assert.deepEqual(await trial.queue.counts(trial.name), { waiting: 0, running: 0, failed: 0 })
  })

  test('a running job that is cancelled learns it by its signal, and cannot complete', async (context) => {
    const trial = await Trial.begin(context)
    await trial.worker({ timing: { heartbeatSeconds: 600, leaseSeconds: 900 } })
    const id = await trial.push({ deed: 'hold-on' })
    await trial.started(id)
    await trial.queue.cancel(id)
    await trial.until(() => trial.of('threw', id).length > 0, 'the handler has ended', 10)
    context.assert.equal(trial.of('aborted', id)[0]?.detail, 'E_JOB_CANCELLED')
    context.assert.equal(trial.of('threw', id)[0]?.detail, 'E_JOB_LEASE_LOST')
    context.assert.lengthOf(await trial.effects(id), 0)

    await trial.done(await trial.push({ deed: 'finish' }))
    context.assert.lengthOf(trial.of('started', id), 1)
    context.assert.deepEqual(await trial.queue.counts(trial.name), { waiting: 0, running: 0, failed: 0 })
  })

  test('a cancellation that is rolled back leaves the job running', async (context) => {
    const trial = await Trial.begin(context)
    await trial.worker()
    const id = await trial.push({ deed: 'finish', lastsMs: 1500 })
    await trial.started(id)
    const trx = await trial.database.transaction()
    await trial.queue.cancel(id, trx)
    await sleep(100)
    await trx.rollback()
    await trial.done(id)
    context.assert.lengthOf(trial.of('aborted', id), 0)
  })

  test('cancelling a job that has ended changes nothing', async (context) => {
    const trial = await Trial.begin(context)
    await trial.worker()
    const id = await trial.push({ deed: 'fail' }, { attemptsLimit: 1 })
    await trial.until(() => trial.of('exhausted', id).length > 0, 'it is given up')
    await trial.queue.cancel(id)
    context.assert.deepEqual(await trial.queue.counts(trial.name), { waiting: 0, running: 0, failed: 1 })
  })
})
