import { test } from '@japa/runner'
import { Trial } from './support/trial.js'

test.group('Jobs | leases', () => {
  test('the job of a worker killed by -9 is taken over by another', async (context) => {
    const trial = await Trial.begin(context)
    const first = await trial.worker()
    const id = await trial.push({ deed: 'hold-on-once' })
    await trial.started(id)
    await first.end('SIGKILL')
    const second = await trial.worker()
    await trial.done(id)
    const [effect] = await trial.effects(id)
    context.assert.include(effect, { attempt: 2, pid: second.pid })
    context.assert.deepEqual(await trial.queue.counts(trial.name), { waiting: 0, running: 0, failed: 0 })
  })

  test('a living worker keeps its job for longer than a lease lasts', async (context) => {
    const trial = await Trial.begin(context)
    await trial.worker()
    await trial.worker()
    const id = await trial.push({ deed: 'finish', lastsMs: trial.leaseSeconds * 1000 + 2500 })
    await trial.done(id)
    context.assert.lengthOf(trial.of('started', id), 1)
  })

  test('a paused worker loses its job, and what it says when it wakes has no effect', async (context) => {
    const trial = await Trial.begin(context)
    const paused = await trial.worker()
    const id = await trial.push({ deed: 'report-progress' })
    await trial.until(async () => (await trial.effects(id)).length === 1, 'progress is recorded')
    paused.send('SIGSTOP')
    const other = await trial.worker()
    await trial.done(id)
    paused.send('SIGCONT')
    await trial.until(() => trial.of('threw', id).length > 0, 'the paused worker has learnt of it')

    const [aborted] = trial.of('aborted', id)
    const [threw] = trial.of('threw', id)
    context.assert.include(aborted, { pid: paused.pid, detail: 'E_JOB_LEASE_LOST' })
    context.assert.include(threw, { pid: paused.pid, detail: 'E_JOB_LEASE_LOST' })
    const effects = (await trial.effects(id)).map(({ note, attempt, pid }) => ({ note, attempt, pid }))
    context.assert.deepEqual(effects, [
      { note: 'half', attempt: 1, pid: paused.pid },
      { note: 'half', attempt: 2, pid: other.pid },
      { note: 'done', attempt: 2, pid: other.pid },
    ])
    context.assert.lengthOf(trial.of('exhausted'), 0)
  })

  test('a stopped worker gives its job back at once, and the attempt is not counted', async (context) => {
    const trial = await Trial.begin(context)
    const first = await trial.worker()
    const second = await trial.worker({ timing: { pollSeconds: 600 } })
    const id = await trial.push({ deed: 'hold-on-once' }, { attemptsLimit: 1 })
    await trial.started(id)
    const [holder, heir] = trial.of('started', id)[0]!.pid === first.pid ? [first, second] : [second, first]
    await holder.end('SIGTERM')
    context.assert.include(trial.of('aborted', id)[0], { detail: 'E_JOB_WORKER_STOPPING', pid: holder.pid })
    await trial.done(id)
    // Another number for each start, so that two attempts never share a folder
    context.assert.include((await trial.effects(id))[0], { attempt: 2, pid: heir.pid })
    context.assert.lengthOf(trial.of('exhausted'), 0)
  })

  test('a job given back while nobody works waits for the next start', async (context) => {
    const trial = await Trial.begin(context)
    const id = await trial.push({ deed: 'hold-on-once' })
    const first = await trial.worker()
    await trial.started(id)
    await first.end('SIGTERM')
    context.assert.deepEqual(await trial.queue.counts(trial.name), { waiting: 1, running: 0, failed: 0 })
    await trial.worker()
    await trial.done(id)
  })
})
