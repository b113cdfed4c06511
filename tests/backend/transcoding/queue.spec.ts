import db from '@adonisjs/lucid/services/db'
import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import Transcode from '#app/videos/transcode'
import { assertAnswers } from '#tests/helpers/answers'
import { givenEverybody } from '#tests/helpers/people'
import { as, statusesFor } from '#tests/helpers/requests'
import { givenVideo } from '#tests/helpers/videos'

test.group('GET /admin/queue', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('forbids everybody but administrators', async ({ client, assert }) => {
    const asked = await statusesFor(await givenEverybody(), () => client.get('/api/v1/admin/queue'))
    assert.deepEqual(asked, { nobody: 401, producer: 403, editor: 403, administrator: 200 })
  })

  test('shows what runs before what waits before what is over, and the room there is', async ({
    client,
    assert,
  }) => {
    const { administrator } = await givenEverybody()
    const states = [
      ['queued', null],
      ['failed', 'E_SOURCE_NO_VIDEO'],
      ['running', null],
      ['failed', 'E_NEVER_HEARD_OF'],
    ] as const
    for (const [state, errorCode] of states) {
      const revisionId = (await givenVideo()).currentRevisionId!
      await Transcode.create({
        revisionId,
        state,
        errorCode,
        attempt: 1,
        progress: 0.5,
        enqueuedAt: DateTime.utc(),
      })
    }
    const at = DateTime.utc().toISO()
    await db.table('workers').insert({ id: 'máy 1', started_at: at, last_seen_at: at })
    const { data } = (await as(administrator, client.get('/api/v1/admin/queue'))).body()
    assertAnswers('Queue', data)
    assert.containsSubset(data, { queued: 1, running: 1, failed: 2, workers: [{ id: 'máy 1' }] })
    assert.sameOrderedMembers(
      data.items.slice(0, 2).map(({ status }: { status: string }) => status),
      ['running', 'queued']
    )
    for (const { error } of data.items.slice(2)) assert.notMatch(error.message, /translation|E_/i)
    assert.isAbove(data.disk.totalBytes, data.disk.freeBytes)
  })
})
