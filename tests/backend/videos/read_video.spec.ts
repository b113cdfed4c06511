import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import Transcode from '#app/videos/transcode'
import { statuses } from '#app/videos/video_status'
import { DateTime } from 'luxon'
import { assertAnswers } from '#tests/helpers/answers'
import { givenAgency, givenEverybody, givenUser } from '#tests/helpers/people'
import { as, statusesFor } from '#tests/helpers/requests'
import { givenPublishedVideo, givenTag, givenVideo } from '#tests/helpers/videos'

const videos = '/api/v1/videos'

test.group('GET /videos/:id', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('forbids strangers to learn that an unpublished video exists', async ({ client, assert }) => {
    const agency = await givenAgency()
    const owner = await givenUser('producer', { agencyId: agency.id })
    const colleague = await givenUser('producer', { agencyId: agency.id })
    const elsewhere = await givenUser('producer', { agencyId: (await givenAgency()).id })
    const people = { ...(await givenEverybody()), elsewhere, owner, colleague }
    const expected = {
      nobody: 404,
      producer: 404,
      elsewhere: 404,
      owner: 200,
      colleague: 200,
      editor: 200,
      administrator: 200,
    }
    for (const status of statuses.filter((one) => one !== 'published')) {
      const video = await givenVideo({ status, ownerId: owner.id, agencyId: agency.id })
      const key = status === 'ready' ? video.slug : video.id
      assert.deepEqual(await statusesFor(people, () => client.get(`${videos}/${key}`)), expected, status)
    }
    const missing = await client.get(`${videos}/khong-co`)
    const hidden = await client.get(`${videos}/${(await givenVideo({ ownerId: owner.id })).id}`)
    assert.deepEqual(missing.body(), hidden.body())
  }).timeout(20_000)

  test('does not count the lack of an agency as a common one', async ({ client }) => {
    const video = await givenVideo({ agencyId: null })
    ;(await as(await givenUser('producer'), client.get(`${videos}/${video.id}`))).assertStatus(404)
  })

  test('shows everybody what is published, and nothing of how it came about', async ({ client, assert }) => {
    const video = await givenPublishedVideo({ topics: ['bao-hiem'], captions: 'WEBVTT\n' })
    await givenTag(video, '52/2014/QH13')
    for (const key of [video.id, video.slug]) {
      const answer = await client.get(`${videos}/${key}`)
      answer.assertStatus(200)
      const shown = answer.body().data
      assertAnswers('Video', shown)
      assert.equal(shown.id, video.id)
      assert.match(shown.playback.hlsUrl, new RegExp(`/media/videos/${video.id}/[0-9a-z]+/master\\.m3u8$`))
      assert.lengthOf(shown.playback.captions, 1)
      assert.deepEqual([shown.laws.length, shown.topics[0].slug], [1, 'bao-hiem'])
      for (const secret of ['owner', 'permissions', 'decisions']) assert.notProperty(shown, secret)
      assert.isNull(shown.pendingRevision)
      assert.notInclude(answer.text(), 'private/')
    }
  })

  test('tells other producers nothing of a replacement under way', async ({ client, assert }) => {
    const owner = await givenUser('producer')
    const video = await givenPublishedVideo({ ownerId: owner.id })
    const [, pending] = await Promise.all([video.load('currentRevision'), givenVideo()])
    await video.merge({ pendingRevisionId: pending.currentRevisionId }).save()
    const revisionId = pending.currentRevisionId!
    await Transcode.create({
      revisionId,
      state: 'running',
      attempt: 1,
      progress: 0.4,
      enqueuedAt: DateTime.utc(),
    })
    const seen = async (user: Parameters<typeof as>[0]) =>
      (await as(user, client.get(`${videos}/${video.id}`))).body().data.pendingRevision
    assert.isNull(await seen(null))
    assert.isNull(await seen(await givenUser('producer')))
    assert.deepEqual(await seen(owner), { status: 'processing', progress: 0.4, error: null })
  })

  test('gives media of what is not published by addresses that ask who is calling', async ({
    client,
    assert,
  }) => {
    const owner = await givenUser('producer')
    const video = await givenVideo({ ownerId: owner.id })
    const { data } = (await as(owner, client.get(`${videos}/${video.id}`))).body()
    assertAnswers('Video', data)
    assert.match(data.playback.hlsUrl, new RegExp(`/api/v1/videos/${video.id}/media/`))
    assert.match(data.playback.posterUrl, new RegExp(`/api/v1/videos/${video.id}/media/`))
  })

  test('says in both languages why a file could not be made into a video', async ({ client, assert }) => {
    const owner = await givenUser('producer')
    const video = await givenVideo({ ownerId: owner.id, status: 'failed' })
    const failed = {
      state: 'failed',
      attempt: 1,
      progress: 0.2,
      errorCode: 'E_SOURCE_NO_VIDEO',
      errorDetail: 'ffmpeg …',
    } as const
    await Transcode.create({ ...failed, revisionId: video.currentRevisionId!, enqueuedAt: DateTime.utc() })
    const inLanguage = (language: string) =>
      as(owner, client.get(`${videos}/${video.id}`)).header('Accept-Language', language)
    const vietnamese = (await inLanguage('vi')).body().data
    assertAnswers('Video', vietnamese)
    assert.equal(vietnamese.error.code, 'E_SOURCE_NO_VIDEO')
    assert.match(vietnamese.error.message, /không có phần hình/)
    assert.match((await inLanguage('en')).body().data.error.message, /neither a picture/)
    assert.isTrue(vietnamese.permissions.retry)
    assert.notInclude(JSON.stringify(vietnamese), 'ffmpeg')
  })
})
