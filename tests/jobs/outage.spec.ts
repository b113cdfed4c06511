import { test } from '@japa/runner'
import { interruptCompletion, interruptWaiting } from './support/outage.js'
import { Trial } from './support/trial.js'

test.group('Jobs | a database that does not answer', () => {
  test('a completion is tried again until it is answered, and is applied once', async (context) => {
    const trial = await Trial.begin(context)
    await trial.worker({ timing: { leaseSeconds: 30 } })
    const id = await trial.push({ deed: 'finish', lastsMs: 2000, changeLastsMs: 500 })
    await trial.started(id)
    await interruptCompletion(trial)
    await trial.done(id)
    context.assert.lengthOf(trial.of('started', id), 1)
    context.assert.lengthOf(await trial.effects(id), 1)
    context.assert.deepEqual(await trial.queue.counts(trial.name), { waiting: 0, running: 0, failed: 0 })
  })

  test('a worker takes jobs again when its database is back', async (context) => {
    const trial = await Trial.begin(context)
    const worker = await trial.worker()
    await trial.done(await trial.push({ deed: 'finish' }))
    await interruptWaiting(trial, worker.pid)
    await trial.done(await trial.push({ deed: 'finish' }))
    context.assert.isFalse(worker.hasEnded)
  })
})
