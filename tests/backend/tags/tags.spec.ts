import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { assertAnswers } from '#tests/helpers/answers'
import { newId } from '#app/core/ids'
import Law from '#app/laws/law'
import Tag from '#app/tags/tag'
import { givenUser } from '#tests/helpers/people'
import { givenPublishedVideo, givenTag, givenVideo } from '#tests/helpers/videos'

const code = (answer: { body(): { errors: { code: string }[] } }) => answer.body().errors[0]?.code

test.group('POST /videos/:id/tags', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('forbids strangers and producers, even the video’s own', async ({ client }) => {
    const owner = await givenUser('producer')
    const video = await givenPublishedVideo({ ownerId: owner.id })
    const body = { citation: 'Điều 8 Luật Trẻ em' }
    ;(await client.post(`/api/v1/videos/${video.id}/tags`).json(body)).assertStatus(401)
    ;(
      await client.post(`/api/v1/videos/${video.id}/tags`).withGuard('api').loginAs(owner).json(body)
    ).assertStatus(403)
  })

  test('does not tell a stranger that an unpublished video exists', async ({ client }) => {
    const video = await givenVideo()
    const answer = await client
      .post(`/api/v1/videos/${video.id}/tags`)
      .withGuard('api')
      .loginAs(await givenUser('producer'))
      .json({ citation: 'Điều 8 Luật Trẻ em' })
    answer.assertStatus(404)
  })

  test('waits for a video that is being made', async ({ client, assert }) => {
    const editor = await givenUser('editor')
    const video = await givenVideo({ status: 'processing' })
    const answer = await client
      .post(`/api/v1/videos/${video.id}/tags`)
      .withGuard('api')
      .loginAs(editor)
      .json({ citation: 'Điều 8 BLDS' })
    answer.assertStatus(409)
    assert.equal(code(answer), 'E_VIDEO_NOT_READY')
  })

  test('names what it read where the document is not in the record', async ({ client, assert }) => {
    const editor = await givenUser('editor')
    const video = await givenVideo()
    const send = (citation: string) =>
      client.post(`/api/v1/videos/${video.id}/tags`).withGuard('api').loginAs(editor).json({ citation })
    const unknown = await send('điểm a khoản 2 Điều 8 Nghị định 2/1999/ND-CP')
    unknown.assertStatus(422)
    assert.equal(code(unknown), 'E_LAW_UNKNOWN')
    assert.include(unknown.body().errors[0].message, '02/1999/NĐ-CP')
    assert.equal(code(await send('Luật Người Ngoài Hành Tinh')), 'E_LAW_UNKNOWN')
    assert.equal(code(await send('trừ 2 điểm giấy phép')), 'E_CITATION_UNREADABLE')
    assert.equal(
      code(await client.post(`/api/v1/videos/${video.id}/tags`).withGuard('api').loginAs(editor).json({})),
      'E_LAW_REQUIRED'
    )
    assert.lengthOf(await Tag.query().where('videoId', video.id), 0)
  })

  test('gives the candidates where a number is shared', async ({ client, assert }) => {
    for (const issuer of ['UBND tỉnh A', 'UBND tỉnh B']) {
      await Law.create({
        slug: newId(),
        kind: 'quyet_dinh',
        number: '88/2019/QĐ-UBND',
        numberKey: '88/2019/qd-ubnd',
        title: `Quyết định của ${issuer}`,
        issuer,
        statedStatus: 'chua_xac_minh',
        confidence: 'low',
        isStub: false,
      })
    }
    const video = await givenVideo()
    const answer = await client
      .post(`/api/v1/videos/${video.id}/tags`)
      .withGuard('api')
      .loginAs(await givenUser('editor'))
      .json({ citation: 'Điều 3 Quyết định 88/2019/QĐ-UBND' })
    answer.assertStatus(409)
    assert.equal(code(answer), 'E_LAW_AMBIGUOUS')
    const [{ candidates }] = answer.body().errors
    for (const candidate of candidates) assertAnswers('LawReference', candidate)
    assert.lengthOf(candidates, 2)
    const chosen = await client
      .post(`/api/v1/videos/${video.id}/tags`)
      .withGuard('api')
      .loginAs(await givenUser('editor'))
      .json({ lawId: candidates[0].id, article: '3' })
    chosen.assertStatus(201)
  })

  test('checks the seconds against each other and the length', async ({ client, assert }) => {
    const editor = await givenUser('editor')
    const video = await givenVideo({ durationSeconds: 60 })
    const send = (seconds: object) =>
      client
        .post(`/api/v1/videos/${video.id}/tags`)
        .withGuard('api')
        .loginAs(editor)
        .json({ citation: 'Điều 8 Luật Trẻ em', ...seconds })
    for (const [seconds, expected, field] of [
      [{ startSeconds: 20, endSeconds: 10 }, 'E_SECONDS_ORDER', 'endSeconds'],
      [{ startSeconds: 60 }, 'E_SECONDS_BEYOND', 'startSeconds'],
      [{ startSeconds: 10, endSeconds: 61 }, 'E_SECONDS_BEYOND', 'endSeconds'],
      [{ startSeconds: -1 }, 'E_VALIDATION', 'startSeconds'],
    ] as const) {
      const answer = await send(seconds)
      answer.assertStatus(422)
      assert.deepEqual([code(answer), answer.body().errors[0].field], [expected, field])
    }
    const answer = await send({ startSeconds: 10, endSeconds: 60.3 })
    answer.assertStatus(201)
    assert.containsSubset(answer.body().data, { startSeconds: 10, endSeconds: 60 })
  })

  test('refuses parts that no law has, and a clause without its article', async ({ client, assert }) => {
    const editor = await givenUser('editor')
    const video = await givenVideo()
    const { id: lawId } = await Law.findByOrFail('number', '102/2016/QH13')
    const send = (body: object) =>
      client
        .post(`/api/v1/videos/${video.id}/tags`)
        .withGuard('api')
        .loginAs(editor)
        .json({ lawId, ...body })
    assert.equal(code(await send({ article: 'tám' })), 'E_PROVISION_MALFORMED')
    assert.equal(code(await send({ clause: '2' })), 'E_PROVISION_INCOMPLETE')
    assert.equal(code(await send({ role: 'sings' })), 'E_VALIDATION')
  })

  test('ties a typed citation, with the canonical wording and who confirmed it', async ({
    client,
    assert,
  }) => {
    const editor = await givenUser('editor')
    const video = await givenVideo()
    const answer = await client
      .post(`/api/v1/videos/${video.id}/tags`)
      .withGuard('api')
      .loginAs(editor)
      .json({ citation: 'diem dd khoan 1 dieu 9 luat tre em', startSeconds: 3.5, endSeconds: 9 })
    answer.assertStatus(201)
    assertAnswers('Tag', answer.body().data)
    const { id, ...tag } = answer.body().data
    const law = await Law.findByOrFail('number', '102/2016/QH13')
    assert.containsSubset(tag, {
      law: { id: law.id, number: '102/2016/QH13', title: 'Luật Trẻ em', slug: '102-2016-qh13' },
      article: '9',
      clause: '1',
      point: 'đ',
      startSeconds: 3.5,
      endSeconds: 9,
      role: 'teaches',
      citation: 'điểm đ khoản 1 Điều 9 Luật Trẻ em',
    })
    const kept = await Tag.findOrFail(id)
    assert.equal(kept.confirmedBy, editor.id)
    assert.equal(kept.typedText, 'diem dd khoan 1 dieu 9 luat tre em')
  })

  test('answers an array where the citation names several provisions', async ({ client, assert }) => {
    const video = await givenVideo()
    const answer = await client
      .post(`/api/v1/videos/${video.id}/tags`)
      .withGuard('api')
      .loginAs(await givenUser('editor'))
      .json({ citation: 'các điểm a, b và c khoản 3 Điều 5 Nghị định số 168/2024/NĐ-CP', role: 'penalty' })
    answer.assertStatus(201)
    assert.deepEqual(
      answer.body().data.map(({ point, role }: { point: string; role: string }) => [point, role]),
      [
        ['a', 'penalty'],
        ['b', 'penalty'],
        ['c', 'penalty'],
      ]
    )
  })

  test('takes the version that was in force on the day', async ({ client, assert }) => {
    const video = await givenVideo()
    const answer = await client
      .post(`/api/v1/videos/${video.id}/tags`)
      .withGuard('api')
      .loginAs(await givenUser('editor'))
      .json({ citation: 'Điều 5 Luật Đất đai', asOf: '2020-01-01' })
    assert.equal(answer.body().data.law.number, '45/2013/QH13')
  })
})

test.group('GET /videos/:id/tags', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('forbids strangers what is not published', async ({ client }) => {
    const video = await givenVideo()
    ;(await client.get(`/api/v1/videos/${video.id}/tags`)).assertStatus(404)
  })

  test('gives those of the whole video first, then as they come', async ({ client, assert }) => {
    const video = await givenPublishedVideo()
    await givenTag(video, '102/2016/QH13', { article: '9', startSeconds: 30 })
    await givenTag(video, '102/2016/QH13', { article: '8', startSeconds: 5 })
    await givenTag(video, '91/2015/QH13')
    const answer = await client.get(`/api/v1/videos/${video.slug}/tags`)
    answer.assertStatus(200)
    assert.deepEqual(
      answer.body().data.map((tag: { article: string | null }) => tag.article),
      [null, '8', '9']
    )
  })
})

test.group('PATCH and DELETE /tags/:id', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('forbids everybody but editors', async ({ client }) => {
    const tag = await givenTag(await givenPublishedVideo(), '102/2016/QH13')
    const producer = await givenUser('producer')
    ;(await client.patch(`/api/v1/tags/${tag.id}`).json({ role: 'penalty' })).assertStatus(401)
    ;(
      await client
        .patch(`/api/v1/tags/${tag.id}`)
        .withGuard('api')
        .loginAs(producer)
        .json({ role: 'penalty' })
    ).assertStatus(403)
    ;(await client.delete(`/api/v1/tags/${tag.id}`)).assertStatus(401)
    ;(await client.delete(`/api/v1/tags/${tag.id}`).withGuard('api').loginAs(producer)).assertStatus(403)
    ;(
      await client
        .delete('/api/v1/tags/khong-co')
        .withGuard('api')
        .loginAs(await givenUser('editor'))
    ).assertStatus(404)
  })

  test('changes what is mentioned, keeps the rest, and counts as a check', async ({ client, assert }) => {
    const video = await givenPublishedVideo({ durationSeconds: 50 })
    const fields = { article: '8', clause: '2', startSeconds: 10, needsCheck: true }
    const tag = await givenTag(video, '102/2016/QH13', fields)
    const editor = await givenUser('editor')
    const send = (body: object) =>
      client.patch(`/api/v1/tags/${tag.id}`).withGuard('api').loginAs(editor).json(body)
    assert.equal(code(await send({ endSeconds: 9 })), 'E_SECONDS_ORDER')
    assert.equal(code(await send({ article: null })), 'E_PROVISION_INCOMPLETE')
    assert.equal(code(await send({ citation: 'Điều 5 và Điều 6 Luật Trẻ em' })), 'E_CITATION_SEVERAL')
    const answer = await send({ clause: null, endSeconds: 20, role: 'violates' })
    answer.assertStatus(200)
    assert.containsSubset(answer.body().data, {
      article: '8',
      clause: null,
      startSeconds: 10,
      endSeconds: 20,
      role: 'violates',
      citation: 'Điều 8 Luật Trẻ em',
      needsCheck: false,
    })
  })

  test('takes a tag away', async ({ client, assert }) => {
    const tag = await givenTag(await givenPublishedVideo(), '102/2016/QH13')
    const answer = await client
      .delete(`/api/v1/tags/${tag.id}`)
      .withGuard('api')
      .loginAs(await givenUser('editor'))
    answer.assertStatus(204)
    assert.isNull(await Tag.find(tag.id))
  })
})
