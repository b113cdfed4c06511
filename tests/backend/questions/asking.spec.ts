import limiter from '@adonisjs/limiter/services/main'
import db from '@adonisjs/lucid/services/db'
import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import Question from '#app/questions/question'
import { assertAnswers, codeOf } from '#tests/helpers/answers'
import { askUnder, givenStamp, solve, someText } from '#tests/helpers/forms'
import { givenEverybody } from '#tests/helpers/people'
import { as, origin, statusesFor } from '#tests/helpers/requests'
import { givenPublishedVideo, givenVideo } from '#tests/helpers/videos'

test.group('Asking under a video', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('is for published videos only', async ({ client, assert }) => {
    const video = await givenVideo()
    const people = await givenEverybody()
    const send = () =>
      client
        .post(`/api/v1/videos/${video.id}/questions`)
        .json({ text: someText(), ...givenStamp(video.id, 'question') })
    const expected = { nobody: 404, producer: 404, editor: 409, administrator: 409 }
    assert.deepEqual(await statusesFor(people, send), expected)
  })

  test('needs words, few enough, and a token of its own form', async ({ client, assert }) => {
    const video = await givenPublishedVideo()
    const other = await givenPublishedVideo()
    const stamp = givenStamp(video.id, 'question')
    const send = async (fields: object) => {
      const body = { text: someText(), ...stamp, ...fields }
      const answer = await client.post(`/api/v1/videos/${video.id}/questions`).json(body)
      return [answer.status(), answer.body().errors?.[0]?.field]
    }
    for (const text of [undefined, '', ' \u200B\n ', 'a'.repeat(1001), 7])
      assert.deepEqual(await send({ text }), [422, 'text'], String(text))
    assert.deepEqual(await send({ name: 'ă'.repeat(81) }), [422, 'name'])
    assert.deepEqual(await send({ atSeconds: -1 }), [422, 'atSeconds'])
    assert.deepEqual(await send({ formToken: 'made.up' }), [422, 'formToken'])
    assert.deepEqual(await send(givenStamp(other.id, 'question')), [422, 'formToken'])
    assert.deepEqual(await send(givenStamp(video.id, 'report')), [422, 'formToken'])
    assert.deepEqual(await send(givenStamp(video.id, 'question', { openedSecondsAgo: 4 * 3600 })), [
      422,
      'formToken',
    ])
    // What was wrong has not used the token up
    assert.deepEqual(await send({}), [202, undefined])
    assert.deepEqual(await send({}), [422, 'formToken'])
  })

  test('answers with a code that finds the question again, and leaves no cookie and no address', async ({
    client,
    assert,
  }) => {
    const video = await givenPublishedVideo()
    const text = someText()
    const sent = await client
      .post(`/api/v1/videos/${video.slug}/questions`)
      .json({ text, name: ' Bà  Bảy ', atSeconds: 12.5, ...givenStamp(video.id, 'question') })
    sent.assertStatus(202)
    assert.isUndefined(sent.header('set-cookie'))
    const { code } = sent.body().data
    const found = await client.get(`/api/v1/questions/${code.toUpperCase()}`)
    assertAnswers('AskedQuestion', found.body().data)
    assert.containsSubset(found.body().data, {
      text,
      askerName: 'Bà Bảy',
      atSeconds: 12.5,
      state: 'new',
      answer: null,
    })
    assert.equal(found.header('cache-control'), 'private, no-store')
    ;(await client.get(`/api/v1/questions/${code.slice(0, -1)}`)).assertStatus(404)
    const rows = JSON.stringify([await db.from('questions'), await db.from('rate_limits')])
    assert.notInclude(rows, code.replaceAll('-', ''))
    assert.notInclude(rows, code)
    assert.notInclude(rows, '127.0.0.1')
  })

  test('takes what looks like a machine’s for spam without saying so', async ({ client, assert }) => {
    const video = await givenPublishedVideo()
    const text = someText()
    await askUnder(client, video.id, { text })
    const trials = {
      honeypot: { website: 'http://spam.example' },
      too_fast: givenStamp(video.id, 'question', { openedSecondsAgo: 1 }),
      links: { text: 'https://a.example https://b.example' },
      repeated: { text: text.toUpperCase() },
    }
    for (const [suspicion, fields] of Object.entries(trials)) {
      const code = await askUnder(client, video.id, fields)
      assert.equal((await client.get(`/api/v1/questions/${code}`)).body().data.state, 'new')
      const last = await Question.query().where('state', 'spam').orderBy('createdAt', 'desc').firstOrFail()
      assert.deepEqual(last.suspicions, [suspicion as never])
      await db.from('rate_limits').delete()
    }
  })

  test('without proof of work waits behind the others, and may be done twice in ten minutes', async ({
    client,
    assert,
  }) => {
    const video = await givenPublishedVideo()
    const editor = (await givenEverybody()).editor
    const low = () =>
      askUnder(client, video.id, { proof: undefined, ...givenStamp(video.id, 'question', { solved: false }) })
    await low()
    await askUnder(client, video.id)
    await low()
    const refused = await client
      .post(`/api/v1/videos/${video.id}/questions`)
      .json({ text: someText(), ...givenStamp(video.id, 'question', { solved: false }) })
    refused.assertStatus(429)
    assert.equal(codeOf(refused), 'E_TOO_MANY_REQUESTS')
    assert.isAbove(Number(refused.header('retry-after')), 0)
    const queue = await as(editor, client.get(`/api/v1/review/questions?video=${video.id}`))
    assert.deepEqual(
      queue.body().data.map(({ isLow }: { isLow: boolean }) => isLow),
      [false, true, true]
    )
  })

  test('has a limit for everybody, counted over all servers', async ({ client }) => {
    const video = await givenPublishedVideo()
    for (let count = 0; count < 6; count++) await askUnder(client, video.id)
    await limiter.clear(['memory'])
    const refused = await client
      .post(`/api/v1/videos/${video.id}/questions`)
      .json({ text: someText(), ...givenStamp(video.id, 'question') })
    refused.assertStatus(429)
  })

  test('keeps hostile text as text', async ({ client, assert }) => {
    const video = await givenPublishedVideo()
    const texts = [
      `<script>alert(1)</script> Xin hỏi về 'luật" & <b>đất</b> đai`,
      `'; DROP TABLE questions; -- xin hỏi anh chị một điều`,
      'Tên tôi là \u202Eesrever\u202C, xin hỏi về hộ tịch 🏛️',
    ]
    for (const text of texts) {
      const code = await askUnder(client, video.id, { text })
      const found = await client.get(`/api/v1/questions/${code}`)
      assert.equal(found.body().data.text, text.replace(/[\u202A-\u202E]/g, ''))
      assert.match(found.header('content-type') ?? '', /^application\/json/)
    }
  })
})

test.group('The token of a form', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('is given to whoever may see the video, for a purpose that there is', async ({ client, assert }) => {
    const video = await givenPublishedVideo()
    const hidden = await givenVideo()
    ;(await client.get(`/api/v1/videos/${hidden.id}/form-token?purpose=question`)).assertStatus(404)
    ;(await client.get(`/api/v1/videos/${video.id}/form-token?purpose=vote`)).assertStatus(422)
    const given = await client.get(`/api/v1/videos/${video.id}/form-token?purpose=question`)
    given.assertStatus(200)
    assert.equal(given.header('cache-control'), 'no-store')
    assertAnswers('FormToken', given.body().data)
    const { token, difficultyBits } = given.body().data
    assert.equal(difficultyBits, 16)
    const body = { text: someText(), formToken: token, proof: solve(token, difficultyBits) }
    ;(await client.post(`/api/v1/videos/${video.id}/questions`).json(body)).assertStatus(202)
    // Sent within the first seconds: to be looked at as spam
    assert.equal((await Question.query().where('videoId', video.id).firstOrFail()).state, 'spam')
  })
})

test.group('A browser without scripts', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  const send = (path: string, fields: Record<string, string>) =>
    fetch(origin() + path, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' })

  test('is led to the page of its question', async ({ client, assert }) => {
    const video = await givenPublishedVideo()
    const { formToken } = givenStamp(video.id, 'question', { solved: false })
    const text = someText()
    const sent = await send(`/api/v1/videos/${video.id}/questions`, {
      text,
      name: '',
      website: '',
      formToken,
    })
    assert.equal(sent.status, 303)
    const [, code] = /\/hoi-dap\/([\w-]+)$/.exec(sent.headers.get('location')!)!
    const found = await client.get(`/api/v1/questions/${code}`)
    assert.containsSubset(found.body().data, { text, askerName: null })
  })

  test('is led back with what was wrong', async ({ assert }) => {
    const video = await givenPublishedVideo()
    const { formToken } = givenStamp(video.id, 'question', { solved: false })
    const empty = await send(`/api/v1/videos/${video.id}/questions`, { text: '', formToken })
    assert.equal(empty.status, 303)
    assert.include(empty.headers.get('location'), `/video/${video.slug}/hoi?loi=E_VALIDATION`)
    const forged = await send(`/api/v1/videos/${video.id}/questions`, { text: someText(), formToken: 'x' })
    assert.include(forged.headers.get('location'), '?loi=E_FORM_TOKEN')
    const huge = await send(`/api/v1/videos/${video.id}/questions`, { text: 'a'.repeat(40_000), formToken })
    assert.include(huge.headers.get('location'), '?loi=E_BODY_TOO_LARGE')
  })
})
