import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import env from '#start/env'
import { hubNow } from '#app/core/clock'
import { todayInVietnam } from '#app/core/legal_day'
import { moveClock } from '#app/core/moved_clock'
import { assertAnswers, codeOf } from '#tests/helpers/answers'
import { givenEverybody, givenUser } from '#tests/helpers/people'
import { as, statusesFor } from '#tests/helpers/requests'
import { givenPublishedVideo, givenTag } from '#tests/helpers/videos'

test.group('PUT /admin/clock', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
  group.each.teardown(() => moveClock(null))

  test('forbids everybody but administrators', async ({ client, assert }) => {
    const people = await givenEverybody()
    const expected = { nobody: 401, producer: 403, editor: 403, administrator: 200 }
    const read = () => client.get('/api/v1/admin/clock')
    assert.deepEqual(await statusesFor(people, read), expected)
    const move = () => client.put('/api/v1/admin/clock').json({ now: null })
    assert.deepEqual(await statusesFor(people, move), expected)
  })

  test('forbids it in production, unless it is a demo', async ({ client, assert, cleanup }) => {
    const administrator = await givenUser('administrator')
    cleanup(() => env.set('NODE_ENV', 'test'))
    env.set('NODE_ENV', 'production')
    const refused = await as(administrator, client.put('/api/v1/admin/clock')).json({ now: '2027-03-01' })
    refused.assertStatus(409)
    assert.equal(codeOf(refused), 'E_CLOCK_FIXED')
    cleanup(() => env.set('DEMO', '0'))
    env.set('DEMO', 'accounts')
    ;(await as(administrator, client.put('/api/v1/admin/clock')).json({ now: null })).assertStatus(200)
  })

  test('refuses what is no moment', async ({ client, assert }) => {
    const administrator = await givenUser('administrator')
    for (const now of ['mai', '2027-02-30', '2027-03-01T08:00', '9999-01-01']) {
      const refused = await as(administrator, client.put('/api/v1/admin/clock')).json({ now })
      refused.assertStatus(422)
      assert.equal(codeOf(refused), 'E_CLOCK_INVALID', now)
    }
    ;(await as(administrator, client.put('/api/v1/admin/clock')).json({})).assertStatus(422)
  })

  test('moves the whole hub, and what the day brings is there when it answers', async ({
    client,
    assert,
  }) => {
    const administrator = await givenUser('administrator')
    const video = await givenPublishedVideo()
    await givenTag(video, '60/2014/QH13')
    const move = async (now: string | null) => {
      const answer = await as(administrator, client.put('/api/v1/admin/clock')).json({ now })
      answer.assertStatus(200)
      assertAnswers('Clock', answer.body().data)
      return answer.body().data
    }
    const seen = async () => {
      const { body } = await client
        .get(`/api/v1/videos/${video.id}`)
        .then((answer) => ({ body: answer.body() }))
      const tasks = await as(administrator, client.get('/api/v1/validity/tasks')).qs({ video: video.id })
      return [body.data.banners.length, tasks.body().meta.total]
    }
    assert.equal((await move('2027-02-28T23:00:00+07:00')).today, '2027-02-28')
    assert.deepEqual(await seen(), [0, 0])
    const moved = await move('2027-03-01')
    assert.containsSubset(moved, { today: '2027-03-01', isMoved: true, mayMove: true })
    assert.deepEqual(await seen(), [1, 1])
    const law = (await client.get('/api/v1/laws/03-2026-qh16')).body().data
    assert.deepEqual([law.asOf, law.status], ['2027-03-01', 'con_hieu_luc'])
    assert.match((await client.get('/api/v1/site')).body().data.movedClock, /^2027-02-28T17:00/)

    assert.isFalse((await move(null)).isMoved)
    assert.deepEqual(await seen(), [0, 0])
    assert.isNull((await client.get('/api/v1/site')).body().data.movedClock)
    assert.equal(todayInVietnam(), todayInVietnam(new Date()))
    assert.isBelow(Math.abs(hubNow().getTime() - Date.now()), 1000)
  })
})
