import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import type User from '#app/accounts/user'
import Notice from '#app/notices/notice'
import { notify } from '#app/notices/notify'
import { assertAnswers } from '#tests/helpers/answers'
import { givenAgency, givenEverybody, givenUser } from '#tests/helpers/people'
import { as, statusesFor } from '#tests/helpers/requests'
import { givenVideo } from '#tests/helpers/videos'

const kindsOf = async (user: User) =>
  (await Notice.query().where('userId', user.id).orderBy('createdAt').orderBy('id')).map(({ kind }) => kind)

test.group('Notices of steps', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('reach the officers of the agency and the owner, never who took the step', async ({
    client,
    assert,
  }) => {
    const [officer, deputy, other] = await Promise.all([1, 2, 3].map(() => givenUser('editor')))
    const agency = await givenAgency()
    await agency.merge({ officerId: officer!.id, deputyId: deputy!.id }).save()
    const owner = await givenUser('producer', { agencyId: agency.id })
    const video = await givenVideo({ ownerId: owner.id, agencyId: agency.id })
    const act = async (user: User, path: string, body: object = {}) =>
      (await as(user, client.post(`/api/v1/videos/${video.id}/${path}`)).json(body)).assertStatus(200)
    await act(owner, 'submission')
    await act(officer!, 'change-requests', { message: 'Xin sửa lời dẫn', atSeconds: 12.5 })
    await act(owner, 'submission')
    await act(officer!, 'approval')
    assert.deepEqual(await kindsOf(officer!), ['submitted', 'submitted'])
    assert.deepEqual(await kindsOf(deputy!), ['submitted', 'submitted'])
    assert.deepEqual(await kindsOf(other!), [])
    assert.deepEqual(await kindsOf(owner), ['changes_requested', 'approved'])
    const asked = await Notice.query().where({ userId: owner.id, kind: 'changes_requested' }).firstOrFail()
    assert.containsSubset(asked.params, { reason: 'Xin sửa lời dẫn', atSeconds: 12.5 })
  })

  test('reach all editors where no officer can act', async ({ client, assert }) => {
    const locked = await givenUser('editor', { disabledAt: DateTime.utc() })
    const editor = await givenUser('editor')
    const agency = await givenAgency()
    await agency.merge({ officerId: locked.id }).save()
    const owner = await givenUser('producer')
    const video = await givenVideo({ ownerId: owner.id, agencyId: agency.id })
    await as(owner, client.post(`/api/v1/videos/${video.id}/submission`)).json({})
    assert.deepEqual(await kindsOf(editor), ['submitted'])
    assert.deepEqual(await kindsOf(locked), [])
  })
})

test.group('/notices', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('are for people with an account, each their own', async ({ client, assert }) => {
    const people = await givenEverybody()
    const expected = { nobody: 401, producer: 200, editor: 200, administrator: 200 }
    assert.deepEqual(await statusesFor(people, () => client.get('/api/v1/notices')), expected)
    assert.deepEqual(await statusesFor(people, () => client.post('/api/v1/notices/read').json({})), expected)
    ;(await as(people.editor, client.get('/api/v1/notices?page=0'))).assertStatus(422)
    ;(await as(people.editor, client.post('/api/v1/notices/read')).json({ ids: 'all' })).assertStatus(422)
  })

  test('are listed, counted and marked; nobody is told of the same twice', async ({ client, assert }) => {
    const owner = await givenUser('producer')
    const stranger = await givenUser('producer')
    const video = await givenVideo({ ownerId: owner.id })
    const about = { kind: 'review_waits' as const, videoId: video.id, params: { days: 3 } }
    assert.equal(await notify([owner.id, stranger.id], { ...about, key: 'one' }), 2)
    assert.equal(await notify([owner.id, stranger.id], { ...about, key: 'one' }), 0)
    assert.equal(await notify([owner.id], { ...about, key: 'two' }), 1)
    const list = async (query = '') => (await as(owner, client.get(`/api/v1/notices${query}`))).body()
    const { data, meta } = await list()
    for (const notice of data) assertAnswers('Notice', notice)
    assert.deepEqual([data.length, meta.unread, data[0].video.id], [2, 2, video.id])
    const foreign = await Notice.query().where('userId', stranger.id).firstOrFail()
    const read = (body: object) => as(owner, client.post('/api/v1/notices/read')).json(body)
    assert.deepEqual((await read({ ids: [data[0].id, foreign.id] })).body().data, { unread: 1 })
    assert.isNull((await foreign.refresh()).readAt)
    assert.equal((await list('?unread=true')).meta.total, 1)
    assert.deepEqual((await read({ ids: [data[0].id], read: false })).body().data, { unread: 2 })
    assert.deepEqual((await read({})).body().data, { unread: 0 })
  })
})
