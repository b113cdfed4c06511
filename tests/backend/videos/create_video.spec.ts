import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { assertAnswers, codeOf } from '#tests/helpers/answers'
import { givenAgency, givenUser } from '#tests/helpers/people'
import { as } from '#tests/helpers/requests'

const videos = '/api/v1/videos'

test.group('POST /videos', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('forbids nobody', async ({ client, assert }) => {
    const answer = await client.post(videos).json({ title: 'Chuyện trong xóm' })
    answer.assertStatus(401)
    assert.match(answer.body().errors[0].message, /đăng nhập/i)
  })

  test('forbids producers another agency than their own', async ({ client, assert }) => {
    const own = await givenAgency()
    const other = await givenAgency()
    const producer = await givenUser('producer', { agencyId: own.id })
    const send = (agencyId: string | null) => as(producer, client.post(videos)).json({ title: 'A', agencyId })
    ;(await send(other.id)).assertStatus(403)
    assert.equal((await send(own.id)).body().data.agency.id, own.id)
    assert.isNull((await send(null)).body().data.agency)
    const editor = await givenUser('editor', { agencyId: own.id })
    ;(await as(editor, client.post(videos)).json({ title: 'A', agencyId: other.id })).assertStatus(201)
  })

  test('names what is wrong', async ({ client, assert }) => {
    const producer = await givenUser('producer')
    const wrong: [object, string][] = [
      [{}, 'title'],
      [{ title: '  ' }, 'title'],
      [{ title: 'a'.repeat(301) }, 'title'],
      [{ title: 'A', audiences: ['vua'] }, 'audiences.0'],
      [{ title: 'A', audiences: ['lai_xe', 'lai_xe'] }, 'audiences'],
      [{ title: 'A', agencyId: 'khong-co' }, 'agencyId'],
      [{ title: 'A', agencyId: '' }, 'agencyId'],
    ]
    for (const [body, field] of wrong) {
      const answer = await as(producer, client.post(videos)).json(body)
      answer.assertStatus(422)
      assert.equal(answer.body().errors[0].field, field)
    }
  })

  test('refuses what is no JSON, too much of it, and what no database keeps', async ({ client, assert }) => {
    const producer = await givenUser('producer')
    const send = (body: string) =>
      as(producer, client.post(videos)).header('content-type', 'application/json').json(body)
    const broken = await send('{"title": ')
    broken.assertStatus(400)
    assert.equal(codeOf(broken), 'E_BAD_REQUEST')
    ;(await send(JSON.stringify({ title: 'a\u0000b' }))).assertStatus(400)
    ;(await as(producer, client.get(`${videos}/a%00b`))).assertStatus(400)
    const large = await send(JSON.stringify({ title: 'A', description: 'a'.repeat(1_100_000) }))
    large.assertStatus(413)
    assert.equal(codeOf(large), 'E_BODY_TOO_LARGE')
  })

  test('makes a draft of the caller’s, for their agency', async ({ client, assert }) => {
    const agency = await givenAgency()
    const producer = await givenUser('producer', { agencyId: agency.id })
    const body = {
      title: ' Uống rượu bia thì không lái xe! ',
      audiences: ['lai_xe'],
      status: 'published',
      ownerId: 'x',
    }
    const answer = await as(producer, client.post(videos)).json(body)
    answer.assertStatus(201)
    const video = answer.body().data
    assertAnswers('Video', video)
    assert.match(video.id, /^[0-9a-z]{20}$/)
    assert.match(video.slug, /^uong-ruou-bia-thi-khong-lai-xe-[0-9a-z]{5}$/)
    assert.containsSubset(video, {
      title: 'Uống rượu bia thì không lái xe!',
      description: '',
      status: 'draft',
      progress: 0,
      error: null,
      audiences: ['lai_xe'],
      agency: { id: agency.id },
      owner: { id: producer.id },
      playback: { hlsUrl: null, posterUrl: null, captions: [] },
      permissions: {
        edit: true,
        delete: true,
        upload: true,
        submit: false,
        review: false,
        publish: false,
        tag: false,
      },
    })
    const entries = (await as(producer, client.get(`${videos}/${video.id}/record`))).body().data
    assert.lengthOf(entries, 1)
    assert.containsSubset(entries[0], {
      action: 'created',
      fromStatus: null,
      toStatus: 'draft',
      actor: { id: producer.id },
    })
  })
})
