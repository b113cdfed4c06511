import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { givenEverybody, givenUser } from '#tests/helpers/people'
import { as } from '#tests/helpers/requests'
import { givenVideo } from '#tests/helpers/videos'

test.group('/health', () => {
  test('says that the server lives, and whether it can work', async ({ client, assert }) => {
    const live = await client.get('/health/live')
    assert.deepEqual([live.status(), live.body()], [200, { status: 'ok' }])
    const ready = await client.get('/health/ready')
    ready.assertStatus(200)
    assert.deepEqual(ready.body(), { status: 'ok', checks: { database: 'ok', storage: 'ok', queue: 'ok' } })
  })
})

test.group('GET /metrics', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('forbids whoever is neither on this machine nor an administrator', async ({ client, assert }) => {
    const { nobody, producer, editor, administrator } = await givenEverybody()
    const status = async (user: typeof nobody | typeof editor) =>
      (await as(user, client.get('/metrics').header('x-forwarded-for', '203.0.113.7'))).status()
    assert.deepEqual([await status(nobody), await status(producer), await status(editor)], [401, 403, 403])
    assert.equal(await status(administrator), 200)
    ;(await as(await givenUser('producer'), client.get('/metrics'))).assertStatus(403)
  })

  test('counts videos by status in Prometheus’ format', async ({ client, assert }) => {
    for (let one = 0; one < 2; one++) await givenVideo({ status: 'changes_requested' })
    const answer = await client.get('/metrics')
    answer.assertStatus(200)
    assert.match(answer.header('content-type')!, /^text\/plain/)
    assert.match(answer.text(), /^hub_videos\{status="changes_requested"\} 2$/m)
    assert.match(answer.text(), /^process_resident_memory_bytes /m)
  })
})
