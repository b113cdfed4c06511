import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import Law from '#app/laws/law'
import LawChange from '#app/laws/changes/law_change'
import LawRelation from '#app/laws/law_relation'
import ValidityTask from '#app/validity/validity_task'
import { assertAnswers, codeOf } from '#tests/helpers/answers'
import { preview, reason, save, undo } from '#tests/helpers/keeping'
import { givenLaw, givenRelation } from '#tests/helpers/laws'
import { givenEverybody, givenUser } from '#tests/helpers/people'
import { as, statusesFor } from '#tests/helpers/requests'
import { givenPublishedVideo, givenTag } from '#tests/helpers/videos'

const law = {
  kind: 'luat',
  number: '7/2025/qh15',
  title: 'Luật Thử',
  issuer: 'Quốc hội',
  issuedOn: '2025-06-10',
  effectiveOn: '2026-01-01',
}
const added = { edits: [{ do: 'add_law', law }] }
const correct = (lawId: string, fields: object) => ({ edits: [{ do: 'correct_law', lawId, law: fields }] })
const relate = (sourceId: string, targetId: string, fields: object = {}) => ({
  edits: [{ do: 'relate', sourceId, targetId, relation: 'thay_the', scope: 'whole', ...fields }],
})

test.group('the record of laws', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('forbids everybody but administrators to see and to change it', async ({ client, assert }) => {
    const { administrator, ...others } = await givenEverybody()
    const { id } = (await save(client, administrator, added)).body().data
    const refused = { nobody: 401, producer: 403, editor: 403 }
    const calls = [
      () => client.get('/api/v1/law-records'),
      () => client.get('/api/v1/law-records/36-2024-qh15'),
      () => client.get('/api/v1/law-changes'),
      () => client.get(`/api/v1/law-changes/${id}`),
      () => client.post('/api/v1/law-changes/preview').json({ ...reason, ...added }),
      () => client.post('/api/v1/law-changes').json({ ...reason, ...added, fingerprint: 'x' }),
      () => client.post(`/api/v1/law-changes/${id}/undo`).json({}),
    ]
    for (const make of calls) assert.deepEqual(await statusesFor(others, make), refused)
  })

  test('knows nothing of what is not there', async ({ client }) => {
    const admin = await givenUser('administrator')
    for (const path of ['law-records/khong-co', 'law-changes/khong-co'])
      (await as(admin, client.get(`/api/v1/${path}`))).assertStatus(404)
    ;(await undo(client, admin, 'khong-co')).assertStatus(404)
    const gone = { edits: [{ do: 'unrelate', relationId: 'khong-co' }] }
    ;(await preview(client, admin, gone)).assertStatus(404)
  })

  test('asks for a source and a checked-on day that has come', async ({ client, assert }) => {
    const admin = await givenUser('administrator')
    const codeFor = async (input: object) => codeOf(await preview(client, admin, { ...added, ...input }))
    assert.equal(await codeFor({ source: ' ' }), 'E_VALIDATION')
    assert.equal(await codeFor({ checkedOn: '2026-02-30' }), 'E_DAY_INVALID')
    assert.equal(await codeFor({ checkedOn: '2090-01-01' }), 'E_CHECKED_IN_FUTURE')
    assert.equal(await codeFor({ edits: undefined }), 'E_LAW_CHANGE_EMPTY')
  })

  test('refuses impossible days and a document that is there already', async ({ client, assert }) => {
    const admin = await givenUser('administrator')
    const codeFor = async (fields: object) =>
      codeOf(await preview(client, admin, { edits: [{ do: 'add_law', law: { ...law, ...fields } }] }))
    assert.equal(await codeFor({ issuedOn: '2026-02-30' }), 'E_DAY_INVALID')
    assert.equal(await codeFor({ issuedOn: '2090-01-01', effectiveOn: null }), 'E_LAW_ISSUED_IN_FUTURE')
    assert.equal(await codeFor({ expiredOn: '2025-12-31' }), 'E_LAW_EXPIRES_BEFORE_EFFECT')
    assert.equal(await codeFor({ number: '///' }), 'E_LAW_NUMBER_UNREADABLE')
    assert.equal(await codeFor({ topic: 'khong-co' }), 'E_TOPIC_UNKNOWN')
    await givenLaw({ number: '07/2025/QH15', issuedOn: '2025-06-10' })
    assert.equal(await codeFor({}), 'E_LAW_EXISTS')
  })

  test('refuses relations to itself, twice, in a circle, or before their target', async ({
    client,
    assert,
  }) => {
    const admin = await givenUser('administrator')
    const [a, b, c] = [await givenLaw(), await givenLaw(), await givenLaw()]
    await givenRelation(a, b)
    await givenRelation(b, c)
    const codeFor = async (...args: Parameters<typeof relate>) =>
      codeOf(await preview(client, admin, relate(...args)))
    assert.equal(await codeFor(a.id, a.id), 'E_RELATION_SELF')
    assert.equal(await codeFor(a.id, b.id), 'E_RELATION_EXISTS')
    assert.equal(await codeFor(c.id, a.id), 'E_RELATION_CYCLE')
    assert.equal(await codeFor(a.id, c.id, { fromOn: '2000-01-01' }), 'E_RELATION_BEFORE_TARGET')
    assert.equal(await codeFor(a.id, c.id, { scope: null }), 'E_RELATION_SCOPE_REQUIRED')
    assert.equal(await codeFor(a.id, 'khong-co'), 'E_LAW_UNKNOWN')
    const listed = { provisions: [{ article: '8' }] }
    assert.equal(await codeFor(a.id, c.id, listed), 'E_RELATION_SCOPE_WHOLE')
  })

  test('adds a document under its official number, with its source, and gives a clash its date', async ({
    client,
    assert,
  }) => {
    const admin = await givenUser('administrator')
    const answer = await save(client, admin, added)
    answer.assertStatus(201)
    assertAnswers('LawChangeDetail', answer.body().data)
    const other = { ...law, number: '07/2025/QH15', kind: 'nghi_quyet', issuedOn: '2025-06-11' }
    await save(client, admin, { edits: [{ do: 'add_law', law: other }] })
    const laws = await Law.query().where('number', '07/2025/QH15').orderBy('issuedOn')
    assert.deepEqual(
      laws.map(({ slug }) => slug),
      ['07-2025-qh15', '07-2025-qh15-2025-06-11']
    )
    assert.deepEqual([laws[0]!.statedSource, laws[0]!.checkedOn], [reason.source, reason.checkedOn])
    assert.isNotNull(laws[0]!.correctedAt)
  })

  test('writes nothing for a preview, and tells which videos would say what', async ({ client, assert }) => {
    const admin = await givenUser('administrator')
    const [old, successor] = [await givenLaw(), await givenLaw()]
    const video = await givenPublishedVideo()
    await givenTag(video, old.number, { article: '8' })
    const answer = await preview(client, admin, relate(successor.id, old.id))
    answer.assertStatus(200)
    const plan = answer.body().data
    assertAnswers('LawChangePlan', plan)
    const effect = plan.effects.find((one: { law: { id: string } }) => one.law.id === old.id)
    assert.deepEqual([effect.statusBefore, effect.statusAfter], ['con_hieu_luc', 'het_hieu_luc_toan_bo'])
    assert.equal(effect.videos[0].id, video.id)
    assert.deepEqual(effect.videos[0].tags[0].bannersBefore, [])
    assert.include(effect.videos[0].tags[0].bannersAfter[0], successor.number)
    assert.lengthOf(await LawRelation.query().where('targetLawId', old.id), 0)
    assert.lengthOf(await ValidityTask.query().where('lawId', old.id), 0)
  })

  test('saves what was shown, and opens the tasks that follow', async ({ client, assert }) => {
    const admin = await givenUser('administrator')
    const [old, successor] = [await givenLaw(), await givenLaw()]
    await givenTag(await givenPublishedVideo(), old.number)
    ;(await save(client, admin, relate(successor.id, old.id))).assertStatus(201)
    assert.lengthOf(await ValidityTask.query().where({ lawId: old.id, kind: 'replaced', state: 'open' }), 1)
    const page = await client.get(`/api/v1/laws/${old.slug}`)
    assert.equal(page.body().data.status, 'het_hieu_luc_toan_bo')
  })

  test('saves nothing where the record has moved since the preview', async ({ client, assert }) => {
    const admin = await givenUser('administrator')
    const old = await givenLaw()
    const input = correct(old.id, { title: 'Luật Sửa lại' })
    const { fingerprint } = (await preview(client, admin, input)).body().data
    await save(client, admin, correct(old.id, { effectiveOn: '2015-02-01' }))
    const answer = await as(
      admin,
      client.post('/api/v1/law-changes').json({ ...reason, ...input, fingerprint })
    )
    answer.assertStatus(409)
    assert.equal(codeOf(answer), 'E_LAW_CHANGE_OUTDATED')
    await old.refresh()
    assert.notEqual(old.title, 'Luật Sửa lại')
  })

  test('a new title is found in the search for videos that cite the law', async ({ client, assert }) => {
    const admin = await givenUser('administrator')
    const old = await givenLaw()
    const video = await givenPublishedVideo()
    await givenTag(video, old.number)
    await save(client, admin, correct(old.id, { title: 'Luật Khinh khí cầu' }))
    const found = await client.get('/api/v1/search').qs({ q: 'khinh khí cầu' })
    assert.include(
      found.body().data.map(({ id }: { id: string }) => id),
      video.id
    )
  })

  test('undoes a change as a whole, and the tasks that had followed close', async ({ client, assert }) => {
    const admin = await givenUser('administrator')
    const [old, successor] = [await givenLaw(), await givenLaw()]
    await givenTag(await givenPublishedVideo(), old.number)
    const { id } = (await save(client, admin, relate(successor.id, old.id))).body().data
    const answer = await undo(client, admin, id)
    answer.assertStatus(201)
    assert.equal(answer.body().data.undoes.id, id)
    assert.lengthOf(await LawRelation.query().where('targetLawId', old.id), 0)
    const [task] = await ValidityTask.query().where('lawId', old.id)
    assert.equal(task!.state, 'closed')
    const undone = (await as(admin, client.get(`/api/v1/law-changes/${id}`))).body().data
    assertAnswers('LawChangeDetail', undone)
    assert.equal(undone.undoneBy.id, answer.body().data.id)
    ;(await undo(client, admin, id)).assertStatus(409)
    // What was undone may be done again by undoing that
    ;(await undo(client, admin, answer.body().data.id)).assertStatus(201)
    assert.lengthOf(await LawRelation.query().where('targetLawId', old.id), 1)
  })

  test('does not undo what was changed later, and names the later change', async ({ client, assert }) => {
    const admin = await givenUser('administrator')
    const old = await givenLaw()
    const first = (await save(client, admin, correct(old.id, { title: 'Luật Một' }))).body().data
    const second = (await save(client, admin, correct(old.id, { title: 'Luật Hai' }))).body().data
    const answer = await undo(client, admin, first.id)
    answer.assertStatus(409)
    assert.equal(codeOf(answer), 'E_UNDO_LATER')
    assert.equal(answer.body().errors[0].changeId, second.id)
    ;(await undo(client, admin, second.id)).assertStatus(201)
    ;(await undo(client, admin, first.id)).assertStatus(201)
    const title = old.title
    await old.refresh()
    assert.equal(old.title, title)
  })

  test('does not take a document away that a video cites', async ({ client, assert }) => {
    const admin = await givenUser('administrator')
    const change = (await save(client, admin, added)).body().data
    await givenTag(await givenPublishedVideo(), '07/2025/QH15')
    const answer = await undo(client, admin, change.id)
    answer.assertStatus(409)
    assert.equal(codeOf(answer), 'E_UNDO_TAGGED')
    assert.isNotNull(await Law.findBy('number', '07/2025/QH15'))
  })

  test('does not bring back what has found its place taken', async ({ client, assert }) => {
    const admin = await givenUser('administrator')
    const [old, successor] = [await givenLaw(), await givenLaw()]
    const relation = await givenRelation(successor, old)
    const unrelated = { edits: [{ do: 'unrelate', relationId: relation.id }] }
    const removal = (await save(client, admin, unrelated)).body().data
    await save(client, admin, relate(successor.id, old.id))
    const answer = await undo(client, admin, removal.id)
    answer.assertStatus(409)
    assert.equal(codeOf(answer), 'E_UNDO_CHANGED')
  })

  test('does not take a document away whose articles were loaded later', async ({ client, assert }) => {
    const admin = await givenUser('administrator')
    const change = (await save(client, admin, added)).body().data
    const lawId = change.rows[0].id
    await save(client, admin, { edits: [{ do: 'structure', lawId, text: 'Điều 1\tPhạm vi' }] })
    const answer = await undo(client, admin, change.id)
    answer.assertStatus(409)
    assert.equal(codeOf(answer), 'E_UNDO_STRUCTURED')
  })

  test('lists changes, and those of one document', async ({ client, assert }) => {
    const admin = await givenUser('administrator')
    const old = await givenLaw()
    await save(client, admin, added)
    await save(client, admin, correct(old.id, { title: 'Luật Một' }))
    const all = (await as(admin, client.get('/api/v1/law-changes'))).body()
    for (const change of all.data) assertAnswers('LawChange', change)
    assert.equal(all.meta.total, (await LawChange.all()).length)
    const own = (await as(admin, client.get('/api/v1/law-changes').qs({ law: old.slug }))).body()
    assert.equal(own.meta.total, 1)
    assert.deepEqual([own.data[0].rowCount, own.data[0].changedBy.id], [1, admin.id])
  })

  test('lists documents by what is wrong with them', async ({ client, assert }) => {
    const admin = await givenUser('administrator')
    const dead = await givenLaw({ statedStatus: 'het_hieu_luc_toan_bo' })
    const answer = (await as(admin, client.get('/api/v1/law-records').qs({ q: dead.number }))).body()
    for (const one of answer.data) assertAnswers('KeptLaw', one)
    assert.deepInclude(answer.meta.counts, { all: 1, disagreeing: 1, unverified: 0 })
    const detail = (await as(admin, client.get(`/api/v1/law-records/${dead.slug}`))).body().data
    assertAnswers('KeptLawDetail', detail)
    assert.isTrue(detail.derived.disagrees)
    const bad = await as(admin, client.get('/api/v1/law-records').qs({ mark: 'x' }))
    bad.assertStatus(422)
  })

  test('names provisions as people write them', async ({ client, assert }) => {
    const admin = await givenUser('administrator')
    const [old, source] = [await givenLaw(), await givenLaw()]
    const input = relate(source.id, old.id, {
      relation: 'sua_doi_bo_sung',
      scope: 'part',
      citation: 'điểm đ khoản 2 Điều 8; Điều 10',
    })
    await save(client, admin, input)
    const [relation] = await LawRelation.query().where('targetLawId', old.id)
    assert.deepEqual(relation!.provisions, [
      { article: '8', clause: '2', point: 'đ' },
      { article: '10', clause: null, point: null },
    ])
  })
})
