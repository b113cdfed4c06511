import app from '@adonisjs/core/services/app'
import testUtils from '@adonisjs/core/services/test_utils'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { importRecord } from '#app/laws/import/import_record'
import LawRelation from '#app/laws/law_relation'
import { reviewAllLaws } from '#app/validity/review_laws'
import ValidityTask from '#app/validity/validity_task'
import { assertAnswers, codeOf } from '#tests/helpers/answers'
import { givenAgency, givenEverybody, givenUser } from '#tests/helpers/people'
import { as, statusesFor } from '#tests/helpers/requests'
import { countQueries } from '#tests/helpers/count_queries'
import { givenReplaced, givenUnknownScope, reviewed } from '#tests/helpers/validity'
import { givenPublishedVideo, givenTag } from '#tests/helpers/videos'

test.group('GET /validity/tasks', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('forbids strangers, and what it cannot read', async ({ client }) => {
    ;(await client.get('/api/v1/validity/tasks')).assertStatus(401)
    const editor = await givenUser('editor')
    for (const bad of [{ state: 'tot' }, { kind: 'tot' }, { page: 0 }]) {
      ;(await as(editor, client.get('/api/v1/validity/tasks')).qs(bad)).assertStatus(422)
    }
  })

  test('shows editors all, and producers what concerns their own or their agency’s videos', async ({
    client,
    assert,
  }) => {
    const agency = await givenAgency()
    const [owner, colleague] = [
      await givenUser('producer'),
      await givenUser('producer', { agencyId: agency.id }),
    ]
    const { task, old } = await givenReplaced({ ownerId: owner.id, agencyId: agency.id })
    const { task: document } = await givenUnknownScope()
    const { producer, editor, administrator } = await givenEverybody()
    const ids = async (user: typeof owner, query = {}) => {
      const answer = await as(user, client.get('/api/v1/validity/tasks')).qs(query)
      answer.assertStatus(200)
      for (const one of answer.body().data) assertAnswers('ValidityTask', one)
      assertAnswers('ValidityMeta', answer.body().meta)
      return answer.body().data.map(({ id }: { id: string }) => id)
    }
    assert.deepEqual(await ids(producer), [])
    assert.deepEqual(await ids(owner), [task.id])
    assert.deepEqual(await ids(colleague), [task.id])
    for (const user of [editor, administrator]) {
      assert.includeMembers(await ids(user), [task.id, document.id])
      assert.deepEqual(await ids(user, { law: old.number }), [task.id])
      assert.deepEqual(await ids(user, { law: old.number, state: 'decided' }), [])
    }
    const own = await as(owner, client.get(`/api/v1/validity/tasks/${task.id}`))
    assert.containsSubset(own.body().data, {
      kind: 'replaced',
      tags: [{ waits: true, startSeconds: 10, article: '8' }],
      permissions: { decide: false, undo: false, decisions: [] },
    })
    const statuses = await statusesFor({ nobody: null, producer, owner, editor }, () =>
      client.get(`/api/v1/validity/tasks/${task.id}`)
    )
    assert.deepEqual(statuses, { nobody: 401, producer: 404, owner: 200, editor: 200 })
    ;(await as(owner, client.get(`/api/v1/validity/tasks/${document.id}`))).assertStatus(404)
  })

  test('asks the database no more for many tasks than for few', async ({ client, assert }) => {
    const editor = await givenUser('editor')
    const { old } = await givenReplaced()
    const list = () => as(editor, client.get('/api/v1/validity/tasks').qs({ law: old.number }))
    await list()
    const few = await countQueries(list)
    for (let more = 0; more < 4; more++) {
      await givenTag(await givenPublishedVideo(), old.number, { article: '8' })
    }
    await reviewed(old)
    assert.equal((await list()).body().meta.total, 5)
    assert.isAtMost(await countQueries(list), few)
  })
})

test.group('A document whose changes nobody has placed', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  const decide = '/decision'

  test('lists its videos, and takes the provisions as people write them', async ({ client, assert }) => {
    const { old, task, relation, first, second } = await givenUnknownScope()
    const editor = await givenUser('editor')
    const path = `/api/v1/validity/tasks/${task.id}`
    const seen = (await as(editor, client.get(path))).body().data
    assert.sameMembers(
      seen.videos.map(({ id }: { id: string }) => id),
      [first.id, second.id]
    )
    assert.deepEqual(seen.permissions.decisions, ['still_right', 'provisions'])
    for (const [body, code] of [
      [{ decision: 'provisions' }, 'E_PROVISIONS_REQUIRED'],
      [{ decision: 'provisions', citation: 'Luật' }, 'E_PROVISIONS_REQUIRED'],
      [{ decision: 'provisions', citation: 'Điều 5 Luật Trẻ em' }, 'E_PROVISIONS_OTHER_LAW'],
      [{ decision: 'historical' }, 'E_DECISION_NOT_FITTING'],
      [{ decision: 'note', note: 'a' }, 'E_DECISION_NOT_FITTING'],
    ] as const) {
      const refused = await as(editor, client.post(path + decide)).json(body)
      assert.equal(codeOf(refused), code, JSON.stringify(body))
      refused.assertStatus(422)
    }
    const answer = await as(editor, client.post(path + decide)).json({
      decision: 'provisions',
      citation: 'điểm đ khoản 2 Điều 8; Điều 12, Điều 13',
    })
    answer.assertStatus(200)
    assert.equal(answer.body().data.state, 'decided')
    await relation.refresh()
    assert.isNotNull(relation.correctedAt)
    assert.deepEqual(relation.provisions, [
      { article: '8', clause: '2', point: 'đ' },
      { article: '12', clause: null, point: null },
      { article: '13', clause: null, point: null },
    ])
    // Only what is touched gets a task and a banner
    const tasks = await ValidityTask.query().where({ lawId: old.id, kind: 'amended' })
    assert.deepEqual(
      tasks.map(({ videoId, state }) => [videoId, state]),
      [[first.id, 'open']]
    )
    const banners = async (id: string) => (await client.get(`/api/v1/videos/${id}`)).body().data.banners
    assert.deepEqual(await banners(second.id), [])
    assert.match(
      (await banners(first.id))[0].message,
      /^điểm đ khoản 2 Điều 8 .* đã được sửa đổi, bổ sung bởi/
    )

    ;(await as(editor, client.delete(path + decide))).assertStatus(200)
    await relation.refresh()
    assert.deepEqual([relation.provisions, relation.correctedAt], [null, null])
    assert.deepEqual(await banners(first.id), [])
    await tasks[0]!.refresh()
    assert.deepEqual([tasks[0]!.state, tasks[0]!.closeReason], ['closed', 'cause_gone'])
    await task.refresh()
    assert.equal(task.state, 'open')
  })

  test('may be said to be touched as a whole, until somebody has decided what followed', async ({
    client,
    assert,
  }) => {
    const { old, task, relation } = await givenUnknownScope()
    const editor = await givenUser('editor')
    const path = `/api/v1/validity/tasks/${task.id}/decision`
    ;(await as(editor, client.post(path)).json({ decision: 'provisions', scope: 'whole' })).assertStatus(200)
    await relation.refresh()
    assert.equal(relation.scope, 'whole')
    const followed = await ValidityTask.query().where({ lawId: old.id, kind: 'amended', state: 'open' })
    assert.lengthOf(followed, 2)
    const next = `/api/v1/validity/tasks/${followed[0]!.id}/decision`
    ;(await as(editor, client.post(next)).json({ decision: 'still_right' })).assertStatus(200)
    const refused = await as(editor, client.delete(path))
    refused.assertStatus(409)
    assert.equal(codeOf(refused), 'E_UNDO_FOLLOWED')
    ;(await as(editor, client.delete(next))).assertStatus(200)
    ;(await as(editor, client.delete(path))).assertStatus(200)
  })

  test('keeps what an editor said through an import of the tables', async ({ client, assert }) => {
    await givenTag(await givenPublishedVideo(), '36/2024/QH15', { article: '9' })
    await reviewAllLaws()
    const task = await ValidityTask.query().where('kind', 'scope_unknown').firstOrFail()
    const path = `/api/v1/validity/tasks/${task.id}/decision`
    const body = { decision: 'provisions', scope: 'whole' }
    ;(await as(await givenUser('editor'), client.post(path)).json(body)).assertStatus(200)
    await db.transaction((trx) => importRecord(app.makePath('database/data'), trx))
    const [cause] = task.because
    const relation = await LawRelation.query()
      .where({ sourceLawId: cause!.lawId, targetLawId: task.lawId, relation: cause!.relation })
      .firstOrFail()
    assert.equal(relation.scope, 'whole')
  })
})

test.group('POST /validity/decisions', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('forbids strangers and producers', async ({ client, assert }) => {
    const { task } = await givenReplaced()
    const { nobody, producer } = await givenEverybody()
    const statuses = await statusesFor({ nobody, producer }, () =>
      client.post('/api/v1/validity/decisions').json({ taskIds: [task.id], decision: 'still_right' })
    )
    assert.deepEqual(statuses, { nobody: 401, producer: 403 })
  })

  test('decides all tasks of a cause at once, or none', async ({ client, assert }) => {
    const { old, task } = await givenReplaced()
    await givenTag(await givenPublishedVideo(), old.number)
    await reviewed(old)
    const tasks = await ValidityTask.query().where('lawId', old.id)
    const { task: document } = await givenUnknownScope()
    const editor = await givenUser('editor')
    const send = (taskIds: string[], body: object) =>
      as(editor, client.post('/api/v1/validity/decisions')).json({ taskIds, ...body })
    const mixed = await send([task.id, document.id], { decision: 'note', note: 'Xem luật mới.' })
    assert.equal(codeOf(mixed), 'E_DECISION_NOT_FITTING')
    ;(await send([task.id, 'x'], { decision: 'still_right' })).assertStatus(404)
    await task.refresh()
    assert.equal(task.state, 'open')
    const ids = tasks.map(({ id }) => id)
    const answer = await send(ids, { decision: 'note', note: 'Xem luật mới.' })
    answer.assertStatus(200)
    assert.deepEqual(
      answer.body().data.map(({ state }: { state: string }) => state),
      ['decided', 'decided']
    )
    const again = await send(ids, { decision: 'still_right' })
    again.assertStatus(409)
    assert.sameMembers(again.body().meta.taskIds, ids)
  })
})

test.group('GET /validity/upcoming', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('forbids strangers and producers, and tells editors what known days will bring', async ({
    client,
    assert,
  }) => {
    const people = await givenEverybody()
    const statuses = await statusesFor(people, () => client.get('/api/v1/validity/upcoming'))
    assert.deepEqual(statuses, { nobody: 401, producer: 403, editor: 200, administrator: 200 })
    await givenTag(await givenPublishedVideo(), '60/2014/QH13')
    const answer = await as(people.editor, client.get('/api/v1/validity/upcoming')).qs({
      until: '2027-12-31',
    })
    for (const one of answer.body().data) assertAnswers('UpcomingChange', one)
    assert.containsSubset(answer.body().data, [
      { day: '2027-03-01', kind: 'replaced', law: { number: '60/2014/QH13' }, videoCount: 1 },
    ])
    const none = await as(people.editor, client.get('/api/v1/validity/upcoming')).qs({ until: '2027-02-28' })
    assert.notInclude(JSON.stringify(none.body().data), '60/2014/QH13')
  })
})
