import { test } from '@japa/runner'
import type { NewJob } from '../../backend/app/jobs/queue.js'
import type { Task } from './support/orders.js'
import { Trial } from './support/trial.js'

const job = (label: string, options: Partial<NewJob<Task>> = {}) => ({
  payload: { deed: 'finish' as const, label },
  ...options,
})

const order = (trial: Trial) => trial.of('started').map(({ detail }) => detail)

async function untilAllDone(trial: Trial, count: number) {
  await trial.until(() => trial.of('ended').length === count, `${count} jobs are done`)
}

test.group('Jobs | order', () => {
  test('the higher priority goes first, then the older job', async (context) => {
    const trial = await Trial.begin(context)
    await trial.pushAll([job('low', { priority: -5 })])
    await trial.pushAll([job('plain')])
    await trial.pushAll([job('plain too')])
    await trial.pushAll([job('high', { priority: 5 })])
    await trial.worker()
    await untilAllDone(trial, 4)
    context.assert.deepEqual(order(trial), ['high', 'plain', 'plain too', 'low'])
  })

  test('agencies take turns, however many jobs one of them has pushed', async (context) => {
    const trial = await Trial.begin(context)
    for (const label of ['A1', 'A2', 'A3', 'A4', 'B1', 'B2', 'C1']) {
      await trial.pushAll([job(label, { fairnessKey: label[0]! })])
    }
    await trial.worker()
    await untilAllDone(trial, 7)
    context.assert.deepEqual(order(trial), ['A1', 'B1', 'C1', 'A2', 'B2', 'A3', 'A4'])
  })

  test('an agency with fewer jobs running goes first', async (context) => {
    const trial = await Trial.begin(context)
    const labels = ['B1', 'A1', 'A2', 'A3']
    const lasting = labels.map((label) => ({
      payload: { deed: 'finish' as const, label, lastsMs: label === 'B1' ? 0 : 2500 },
      fairnessKey: label[0]!,
    }))
    for (const one of lasting) await trial.pushAll([one])
    // B1 ends while A1 and A2 run on; B was served longest ago when A2 starts, and has nothing running when B2 comes
    await trial.worker({ concurrency: 2 })
    await trial.until(() => order(trial).includes('A2'), 'two jobs of A run')
    await trial.pushAll([job('B2', { fairnessKey: 'B' })])
    await untilAllDone(trial, 5)
    context.assert.deepEqual(order(trial), ['B1', 'A1', 'A2', 'B2', 'A3'])
  })
})
