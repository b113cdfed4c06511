import { test } from '@japa/runner'
import { Trial } from './support/trial.js'

test.group('Jobs | attempts', () => {
  test('a job that fails is tried again, later each time, until its attempts are used up', async (context) => {
    const trial = await Trial.begin(context)
    await trial.worker()
    const id = await trial.push({ deed: 'fail' }, { attemptsLimit: 3 })
    await trial.until(() => trial.of('exhausted', id).length > 0, 'it is given up')

    const starts = trial.of('started', id)
    context.assert.deepEqual(
      starts.map(({ attempt }) => attempt),
      [1, 2, 3]
    )
    context.assert.isAtLeast(starts[1]!.atMs - starts[0]!.atMs, 990)
    context.assert.isAtLeast(starts[2]!.atMs - starts[1]!.atMs, 1990)
    const [end] = trial.of('exhausted', id)
    context.assert.equal(end?.attempt, 3)
    context.assert.match(end!.detail!, /no luck in attempt 3/)
    context.assert.deepEqual(await trial.queue.counts(trial.name), { waiting: 0, running: 0, failed: 1 })

    // The next job shows that nothing of the failed one was left to do
    await trial.done(await trial.push({ deed: 'finish' }))
    context.assert.lengthOf(trial.of('started', id), 3)
    context.assert.lengthOf(trial.of('exhausted', id), 1)
  })

  test('a job that kills its workers is given up after its attempts', async (context) => {
    const trial = await Trial.begin(context)
    const id = await trial.push({ deed: 'die' }, { attemptsLimit: 2 })
    for (const victim of [await trial.worker(), await trial.worker()]) {
      await trial.until(() => victim.hasEnded, 'the job has killed its worker')
    }
    const survivor = await trial.worker()
    await trial.until(() => trial.of('exhausted', id).length > 0, 'it is given up')

    context.assert.lengthOf(trial.of('started', id), 2)
    const [end] = trial.of('exhausted', id)
    context.assert.include(end, { attempt: 2, pid: survivor.pid })
    context.assert.match(end!.detail!, /worker died/)
    await trial.done(await trial.push({ deed: 'finish' }))
    context.assert.isFalse(survivor.hasEnded)
  })

  test('an end that could not be recorded is recorded later', async (context) => {
    const trial = await Trial.begin(context)
    await trial.worker({ dropsFirstEnd: true })
    const id = await trial.push({ deed: 'fail' }, { attemptsLimit: 1 })
    await trial.until(() => trial.of('exhausted', id).length === 2, 'the end is told a second time')
    const [first, second] = trial.of('exhausted', id)
    context.assert.match(first!.detail!, /no luck in attempt 1/)
    context.assert.equal(second?.detail, first?.detail)
    context.assert.lengthOf(trial.of('started', id), 1)
  })
})
