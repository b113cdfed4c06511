import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { assertAnswers, codeOf } from '#tests/helpers/answers'
import { givenEverybody, givenUser } from '#tests/helpers/people'
import { as, statusesFor } from '#tests/helpers/requests'
import { givenPublishedVideo, givenTag, givenVideo } from '#tests/helpers/videos'

const captions = `WEBVTT

00:00:04.000 --> 00:00:06.000
Chào bà con!

00:00:12.500 --> 00:00:15.000
<v Cán bộ>Theo điểm h khoản 2

00:00:15.000 --> 00:00:18.250
Điều 7 Nghị định 168/2024/NĐ-CP

00:00:40.000 --> 00:00:43.000
Còn Điều 999 Luật Trẻ em thì chưa có.
`

test.group('GET /videos/:id/tag-suggestions', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('is for editors only', async ({ client, assert }) => {
    const owner = await givenUser('producer')
    const video = await givenPublishedVideo({ ownerId: owner.id })
    const people = { ...(await givenEverybody()), owner }
    assert.deepEqual(
      await statusesFor(people, () => client.get(`/api/v1/videos/${video.id}/tag-suggestions`)),
      { nobody: 401, producer: 403, editor: 200, administrator: 200, owner: 403 }
    )
  })

  test('tells nobody else that an unpublished video exists, and refuses a day that is none', async ({
    client,
    assert,
  }) => {
    const video = await givenVideo()
    const path = `/api/v1/videos/${video.id}/tag-suggestions`
    const { producer, editor } = await givenEverybody()
    assert.deepEqual(await statusesFor({ producer }, () => client.get(path)), { producer: 404 })
    ;(await as(editor, client.get('/api/v1/videos/khong-co/tag-suggestions'))).assertStatus(404)
    const answer = await as(editor, client.get(path).qs({ asOf: '2026-02-30' }))
    answer.assertStatus(422)
    assert.equal(codeOf(answer), 'E_DAY_INVALID')
  })

  test('answers nothing for a video that names no law', async ({ client, assert }) => {
    const video = await givenVideo()
    const answer = await as(
      await givenUser('editor'),
      client.get(`/api/v1/videos/${video.id}/tag-suggestions`)
    )
    assert.deepEqual(answer.body(), { data: [], meta: { total: 0 } })
  })

  test('offers what title, description and captions name, with its second, until a tag says it', async ({
    client,
    assert,
  }) => {
    const editor = await givenUser('editor')
    const description = 'Xem Điều 5 Luật Đất đai.'
    const video = await givenVideo({ title: 'Điều 8 Luật Trẻ em', description, captions })
    const ask = (query = {}) => as(editor, client.get(`/api/v1/videos/${video.id}/tag-suggestions`).qs(query))
    const answer = await ask()
    answer.assertStatus(200)
    for (const suggestion of answer.body().data) assertAnswers('TagSuggestion', suggestion)
    const [spoken, missing, titled, described] = answer.body().data
    assert.equal(answer.body().meta.total, 4)
    assert.containsSubset(spoken, {
      citation: 'điểm h khoản 2 Điều 7 Nghị định số 168/2024/NĐ-CP',
      source: 'captions',
      startSeconds: 12.5,
      endSeconds: 18.25,
      quote: { before: 'Chào bà con! Theo ', text: 'điểm h khoản 2 Điều 7 Nghị định 168/2024/NĐ-CP' },
      assumed: false,
    })
    assert.equal(missing.article, '999')
    assert.containsSubset(titled, { article: '8', source: 'title', startSeconds: null, assumed: true })
    assert.containsSubset(described, { article: '5', law: { number: '31/2024/QH15' }, source: 'description' })

    const then = await ask({ asOf: '2020-01-01' })
    assert.equal(then.body().data.at(-1).law.number, '45/2013/QH13')

    await givenTag(video, '168/2024/NĐ-CP', { article: '7', clause: '2', point: 'h', startSeconds: 10 })
    await givenTag(video, '102/2016/QH13', { article: '8' })
    const left = await ask()
    assert.deepEqual(
      left.body().data.map(({ article }: { article: string }) => article),
      ['999', '5']
    )
  })
})

test.group('A tag that is brought back', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('waits for a check again, until somebody confirms it without changing anything', async ({
    client,
    assert,
  }) => {
    const editor = await givenUser('editor')
    const video = await givenVideo()
    const path = `/api/v1/videos/${video.id}/tags`
    const body = { citation: 'Điều 8 Luật Trẻ em', needsCheck: 'yes' as unknown }
    ;(await as(editor, client.post(path).json(body))).assertStatus(422)
    const made = await as(editor, client.post(path).json({ ...body, needsCheck: true }))
    made.assertStatus(201)
    assert.isTrue(made.body().data.needsCheck)
    const confirmed = await as(editor, client.patch(`/api/v1/tags/${made.body().data.id}`).json({}))
    confirmed.assertStatus(200)
    assert.deepEqual(confirmed.body().data, { ...made.body().data, needsCheck: false })
  })
})
