import { test } from '@japa/runner'
import { examine } from '#app/operations/doctor'

test.group('The doctor', () => {
  test('finds on this machine all that the hub stands on', async ({ assert }) => {
    const findings = await examine()
    const states = Object.fromEntries(findings.map(({ part, state }) => [part, state]))
    assert.containsSubset(states, { ffmpeg: 'ok', database: 'ok', storage: 'ok', clock: 'ok' })
    for (const { part, state, advice } of findings) if (state !== 'ok') assert.isString(advice, part)
  })

  test('says what to do about a queue that nobody works on', async ({ assert }) => {
    const queue = (await examine()).find(({ part }) => part === 'queue')!
    assert.equal(queue.state, 'warning')
    assert.match(queue.advice!, /npm (start|run worker)/)
  })

  test('says what to do about a missing ffmpeg', async ({ assert, cleanup }) => {
    const path = process.env.PATH
    cleanup(() => void (process.env.PATH = path))
    process.env.PATH = '/nowhere'
    const ffmpeg = (await examine()).find(({ part }) => part === 'ffmpeg')!
    assert.equal(ffmpeg.state, 'failed')
    assert.match(ffmpeg.advice!, /ffmpeg/)
  })
})
