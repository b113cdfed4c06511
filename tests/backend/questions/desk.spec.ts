import testUtils from '@adonisjs/core/services/test_utils'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import type User from '#app/accounts/user'
import { eraseSpam } from '#app/questions/erase_spam'
import Question from '#app/questions/question'
import { assertAnswers, codeOf } from '#tests/helpers/answers'
import { askUnder, someText } from '#tests/helpers/forms'
import { givenLaw, givenRelation } from '#tests/helpers/laws'
import { givenEverybody, givenUser } from '#tests/helpers/people'
import { as, statusesFor } from '#tests/helpers/requests'
import { givenPublishedVideo } from '#tests/helpers/videos'
import type { ApiClient } from '@japa/api-client'

const answer = {
  text: 'Theo quy định thì được.',
  citations: [{ citation: 'khoản 2 Điều 8 Luật Hôn nhân và gia đình' }],
}

async function givenQuestion(client: ApiClient, fields: object = {}) {
  const video = await givenPublishedVideo()
  const code = await askUnder(client, video.id, fields)
  const question = await Question.query().where('videoId', video.id).firstOrFail()
  return { video, code, question, path: `/api/v1/review/questions/${question.id}` }
}

const step = (client: ApiClient, user: User | null, path: string, body: object) =>
  as(user, client.post(`${path}/steps`)).json(body)

test.group('The officers’ desk of questions', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('forbids everybody but editors', async ({ client, assert }) => {
    const { path } = await givenQuestion(client)
    const people = await givenEverybody()
    const refused = { nobody: 401, producer: 403 }
    const { nobody, producer } = people
    const may = { editor: 200, administrator: 200 }
    assert.deepEqual(await statusesFor(people, () => client.get('/api/v1/review/questions')), {
      ...refused,
      ...may,
    })
    assert.deepEqual(await statusesFor(people, () => client.get(path)), { ...refused, ...may })
    const others = { nobody, producer }
    for (const write of [
      () => client.patch(path).json({ text: 'hỏi' }),
      () => client.put(`${path}/answer`).json(answer),
      () => client.post(`${path}/steps`).json({ step: 'spam' }),
    ])
      assert.deepEqual(await statusesFor(others, write), refused)
  })

  test('refuses unknown questions, answers without law, unreadable law, steps out of turn', async ({
    client,
    assert,
  }) => {
    const { path } = await givenQuestion(client)
    const editor = await givenUser('editor')
    const put = (body: object) => as(editor, client.put(`${path}/answer`)).json(body)
    ;(await as(editor, client.get('/api/v1/review/questions/unknown'))).assertStatus(404)
    ;(await put({ text: 'Được.', citations: [] })).assertStatus(422)
    ;(await put({ ...answer, text: '  ' })).assertStatus(422)
    assert.equal(
      codeOf(await put({ text: 'Được.', citations: [{ citation: 'không rõ' }] })),
      'E_CITATION_UNREADABLE'
    )
    assert.equal(codeOf(await put({ text: 'Được.', citations: [{ lawId: 'none' }] })), 'E_LAW_UNKNOWN')
    const early = await step(client, editor, path, { step: 'publish' })
    early.assertStatus(409)
    assert.equal(codeOf(early), 'E_QUESTION_STEP')
    ;(await step(client, editor, path, { step: 'reject' })).assertStatus(422)
    ;(await step(client, editor, path, { step: 'redact' })).assertStatus(422)
    ;(await as(editor, client.get('/api/v1/review/questions?state=lost'))).assertStatus(422)
  })

  test('answers with provisions, publishes, corrects and takes back, each step with a name', async ({
    client,
    assert,
  }) => {
    const { video, code, path } = await givenQuestion(client)
    const editor = await givenUser('editor', { fullName: 'Trần Thị Biên' })
    const answered = await as(editor, client.put(`${path}/answer`)).json({
      text: answer.text,
      citations: [
        ...answer.citations,
        { citation: 'các điểm a, b khoản 2 Điều 8 Luật Hôn nhân và gia đình' },
      ],
    })
    answered.assertStatus(200)
    assertAnswers('DeskQuestion', answered.body().data)
    assert.deepEqual(
      answered.body().data.citations.map(({ point }: { point: string }) => point),
      [null, 'a', 'b']
    )
    const list = () => client.get(`/api/v1/videos/${video.slug}/questions`)
    assert.equal((await list()).body().meta.total, 0)
    // The asker reads it at once
    const own = (await client.get(`/api/v1/questions/${code}`)).body().data
    assert.containsSubset(own, { state: 'answered', answer: answer.text, video: { slug: video.slug } })

    ;(await step(client, editor, path, { step: 'publish' })).assertStatus(200)
    const shown = (await list()).body()
    assert.equal(shown.meta.total, 1)
    assertAnswers('Question', shown.data[0])
    assert.equal(shown.data[0].citations[0].law.status, 'het_hieu_luc_mot_phan')
    assert.notProperty(shown.data[0], 'answeredBy')

    await as(editor, client.put(`${path}/answer`)).json({ ...answer, text: 'Theo quy định thì không.' })
    assert.equal((await list()).body().data[0].answer, 'Theo quy định thì không.')
    ;(await step(client, editor, path, { step: 'unpublish' })).assertStatus(200)
    assert.equal((await list()).body().meta.total, 0)
    const record = (await as(editor, client.get(path))).body().data.record
    assert.deepEqual(
      record.map((one: { step: string; actor: { fullName: string } | null }) => [
        one.step,
        one.actor?.fullName ?? null,
      ]),
      [['ask', null], ...['answer', 'publish', 'answer', 'unpublish'].map((name) => [name, 'Trần Thị Biên'])]
    )
  })

  test('a rejection tells the asker why, and can be taken back', async ({ client, assert }) => {
    const { code, path } = await givenQuestion(client)
    const editor = await givenUser('editor')
    const reason = 'Việc này thuộc thẩm quyền của Ủy ban nhân dân phường.'
    ;(await step(client, editor, path, { step: 'reject', reason })).assertStatus(200)
    const own = async () => (await client.get(`/api/v1/questions/${code}`)).body().data
    assert.containsSubset(await own(), { state: 'rejected', rejection: reason })
    ;(await step(client, editor, path, { step: 'restore' })).assertStatus(200)
    assert.containsSubset(await own(), { state: 'new', rejection: null })
  })

  test('counts what waits, spam apart', async ({ client, assert }) => {
    const editor = await givenUser('editor')
    const counts = async () => (await as(editor, client.get('/api/v1/review/questions'))).body().meta.counts
    const before = await counts()
    await givenQuestion(client)
    await givenQuestion(client, { website: 'x' })
    const after = await counts()
    assert.deepEqual([after.new - before.new, after.spam - before.spam], [1, 1])
  })

  test('tells readers when the law under an answer has changed since', async ({ client, assert }) => {
    const { video, path } = await givenQuestion(client)
    const [old, young] = [await givenLaw(), await givenLaw({ effectiveOn: '2026-01-01' })]
    const editor = await givenUser('editor')
    await as(editor, client.put(`${path}/answer`)).json({
      text: 'Có.',
      citations: [{ lawId: old.id, article: '8' }],
    })
    await step(client, editor, path, { step: 'publish' })
    const cited = async () =>
      (await client.get(`/api/v1/videos/${video.id}/questions`)).body().data[0].citations[0]
    assert.deepEqual((await cited()).banners, [])
    await givenRelation(young, old)
    const now = await cited()
    assert.equal(now.law.status, 'het_hieu_luc_toan_bo')
    assert.equal(now.banners[0].kind, 'law_replaced')
    assert.include(now.banners[0].message, young.number)
    assert.equal(now.banners[0].successors[0].id, young.id)
  })
})

test.group('Personal data in a question', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('is taken out and nothing else; of the former text nothing stays', async ({ client, assert }) => {
    const text = `Tôi là Lê Văn Sáu ở kiệt 12, ${someText()}`
    const { code, question, path } = await givenQuestion(client, { text, name: 'Lê Văn Sáu' })
    const editor = await givenUser('editor')
    const patch = (body: object) => as(editor, client.patch(path)).json(body)
    assert.equal(codeOf(await patch({ text: text.replace('Tôi', 'Em') })), 'E_NOT_A_REDACTION')
    assert.equal(
      codeOf(await patch({ text: text.replace('Lê Văn Sáu', ''), name: 'Ẩn danh' })),
      'E_NOT_A_REDACTION'
    )
    const cut = text.replace('Lê Văn Sáu ở kiệt 12', '[…]')
    const done = await patch({ text: cut, name: null })
    done.assertStatus(200)
    assert.containsSubset(done.body().data, { text: cut, askerName: null, redacted: true })
    assert.isTrue((await client.get(`/api/v1/questions/${code}`)).body().data.redacted)
    const rows = [await db.from('questions'), await db.from('question_records')]
    assert.notInclude(JSON.stringify(rows), 'Lê Văn Sáu')
    const { actorId } = await question.related('records').query().where('step', 'redact').firstOrFail()
    assert.equal(actorId, editor.id)
  })

  test('in spam is emptied after thirty days', async ({ client, assert }) => {
    const { question } = await givenQuestion(client, { website: 'x' })
    assert.equal(await eraseSpam(DateTime.utc().plus({ days: 29 })), 0)
    assert.isAtLeast(await eraseSpam(DateTime.utc().plus({ days: 31 })), 1)
    await question.refresh()
    assert.equal(question.text, '')
  })
})

test.group('What is asked and answered', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('is found by a search while it is published, as a match of its video', async ({ client, assert }) => {
    const word = 'xyzzyqua'
    const { video, path } = await givenQuestion(client, {
      text: `Bị ${word} lấn đất thì kiện ở đâu, thưa anh chị?`,
    })
    const editor = await givenUser('editor')
    const search = async () => (await client.get(`/api/v1/search?q=${word} lấn đất`)).body()
    assert.equal((await search()).meta.total, 0)
    await as(editor, client.put(`${path}/answer`)).json(answer)
    await step(client, editor, path, { step: 'publish' })
    const found = (await search()).data
    assert.equal(found[0].id, video.id)
    const match = found[0].matches.find(({ field }: { field: string }) => field === 'question')
    assert.include(match.snippet, word)
    await step(client, editor, path, { step: 'unpublish' })
    assert.equal((await search()).meta.total, 0)
  })
})
