import { test } from '@japa/runner'
import { examine } from '#app/operations/doctor'
import env from '#start/env'

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

  test('says whether the program for speech recognition can be started', async ({ assert, cleanup }) => {
    const before = env.get('CAPTION_COMMAND')
    cleanup(() => env.set('CAPTION_COMMAND', before as string))
    const found = async (program: string) => {
      env.set('CAPTION_COMMAND', `${program} {audio} {output}`)
      return (await examine(['captions']))[0]!
    }
    assert.containsSubset(await found('sh'), { state: 'ok' })
    assert.deepEqual(await found(process.execPath), {
      part: 'captions',
      state: 'ok',
      found: process.execPath,
    })
    // Nowhere, a folder, and a file that may not be run
    for (const program of ['no-such-whisper', '/opt/no/whisper', '/', import.meta.filename]) {
      const finding = await found(program)
      assert.equal(finding.state, 'failed', program)
      assert.include(finding.found, program)
      assert.isString(finding.advice)
    }
  })
})
