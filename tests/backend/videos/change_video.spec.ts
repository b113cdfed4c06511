import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { storage } from '#app/core/media_storage'
import Video from '#app/videos/video'
import { statuses } from '#app/videos/video_status'
import { assertAnswers, codeOf } from '#tests/helpers/answers'
import { givenAgency, givenEverybody, givenUser } from '#tests/helpers/people'
import { as, statusesFor } from '#tests/helpers/requests'
import { dropTrees, givenTree } from '#tests/helpers/trees'
import { givenPublishedVideo, givenVideo } from '#tests/helpers/videos'

const videos = '/api/v1/videos'

test.group('PATCH /videos/:id', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('forbids strangers, and colleagues of the producer', async ({ client, assert }) => {
    const agency = await givenAgency()
    const owner = await givenUser('producer', { agencyId: agency.id })
    const colleague = await givenUser('producer', { agencyId: agency.id })
    const people = { ...(await givenEverybody()), colleague, owner }
    const unpublished = await givenVideo({ ownerId: owner.id, agencyId: agency.id })
    const change = (id: string) => () => client.patch(`${videos}/${id}`).json({ description: 'Khác' })
    assert.deepEqual(await statusesFor(people, change(unpublished.id)), {
      nobody: 401,
      producer: 404,
      colleague: 403,
      owner: 200,
      editor: 200,
      administrator: 200,
    })
  })

  test('forbids the producer while it is judged or shown', async ({ client, assert }) => {
    const owner = await givenUser('producer')
    const allowed: string[] = []
    for (const status of statuses) {
      const video = await givenVideo({ ownerId: owner.id, status })
      const answer = await as(owner, client.patch(`${videos}/${video.id}`)).json({ title: 'Khác' })
      if (answer.status() === 200) allowed.push(status)
      else answer.assertStatus(403)
    }
    assert.sameMembers(allowed, ['draft', 'processing', 'ready', 'changes_requested', 'failed', 'withdrawn'])
  })

  test('refuses what is not good and changes nothing', async ({ client, assert }) => {
    const owner = await givenUser('producer')
    const video = await givenVideo({ ownerId: owner.id })
    const send = (body: object) => as(owner, client.patch(`${videos}/${video.id}`)).json(body)
    ;(await send({ title: '' })).assertStatus(422)
    ;(await send({ title: 'Khác', audiences: 'lai_xe' })).assertStatus(422)
    ;(await send({ title: 'Khác', agencyId: (await givenAgency()).id })).assertStatus(403)
    assert.equal((await Video.findOrFail(video.id)).title, video.title)
  })

  test('lets a producer who has moved to another agency keep the one that it was made for', async ({
    client,
    assert,
  }) => {
    const [old, other] = [await givenAgency(), await givenAgency()]
    const owner = await givenUser('producer', { agencyId: other.id })
    const video = await givenVideo({ ownerId: owner.id, agencyId: old.id })
    const send = (agencyId: string) =>
      as(owner, client.patch(`${videos}/${video.id}`)).json({ title: 'Khác', agencyId })
    assert.equal((await send(old.id)).body().data.agency.id, old.id)
    assert.equal((await send(other.id)).body().data.agency.id, other.id)
    ;(await send(old.id)).assertStatus(403)
  })

  test('changes what is named; the address follows the title until it has been published', async ({
    client,
    assert,
  }) => {
    const editor = await givenUser('editor')
    const draft = await givenVideo({ description: 'Cũ', audiences: ['lai_xe'] })
    const changed = (
      await as(editor, client.patch(`${videos}/${draft.id}`)).json({ title: 'Tựa mới', status: 'published' })
    ).body().data
    assertAnswers('Video', changed)
    assert.match(changed.slug, /^tua-moi-/)
    assert.containsSubset(changed, {
      title: 'Tựa mới',
      description: 'Cũ',
      audiences: ['lai_xe'],
      status: 'ready',
    })
    const shown = await givenPublishedVideo()
    const kept = (
      await as(editor, client.patch(`${videos}/${shown.id}`)).json({ title: 'Tựa mới', description: null })
    ).body().data
    assert.containsSubset(kept, { slug: shown.slug, title: 'Tựa mới', description: '' })
  })
})

test.group('DELETE /videos/:id', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('forbids strangers, colleagues and editors', async ({ client, assert }) => {
    const agency = await givenAgency()
    const colleague = await givenUser('producer', { agencyId: agency.id })
    const { administrator: _, ...others } = await givenEverybody()
    const video = await givenVideo({ agencyId: agency.id })
    const asked = await statusesFor({ ...others, colleague }, () => client.delete(`${videos}/${video.id}`))
    assert.deepEqual(asked, { nobody: 401, producer: 404, colleague: 403, editor: 403 })
  })

  test('forbids the producer what is judged or shown, and everybody what is shown', async ({
    client,
    assert,
  }) => {
    const owner = await givenUser('producer')
    for (const status of ['in_review', 'approved', 'published'] as const) {
      const video = await givenVideo({ ownerId: owner.id, status })
      ;(await as(owner, client.delete(`${videos}/${video.id}`))).assertStatus(403)
    }
    const video = await givenPublishedVideo()
    const answer = await as(await givenUser('administrator'), client.delete(`${videos}/${video.id}`))
    answer.assertStatus(409)
    assert.equal(codeOf(answer), 'E_VIDEO_PUBLISHED')
  })

  test('removes the video with its media and its source', async ({ client, assert, cleanup }) => {
    const owner = await givenUser('producer')
    const video = await givenVideo({ ownerId: owner.id, captions: 'WEBVTT\n', topics: ['bao-hiem'] })
    const other = await givenVideo({ ownerId: owner.id })
    const revision = await givenTree(video)
    await storage.put(revision.sourceKey, 'source')
    const kept = await givenTree(other)
    cleanup(() => dropTrees(other))
    ;(await as(owner, client.delete(`${videos}/${video.id}`))).assertStatus(204)
    ;(await as(owner, client.get(`${videos}/${video.id}`))).assertStatus(404)
    assert.isNull(await storage.head(`${revision.privatePrefix}master.m3u8`))
    assert.isNull(await storage.head(revision.sourceKey))
    assert.isNotNull(await storage.head(`${kept.privatePrefix}master.m3u8`))
  })
})

test.group('PUT /videos/:id/topics', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('forbids everybody but editors', async ({ client, assert }) => {
    const owner = await givenUser('producer')
    const people = { ...(await givenEverybody()), owner }
    const video = await givenVideo({ ownerId: owner.id })
    const asked = await statusesFor(people, () =>
      client.put(`${videos}/${video.id}/topics`).json({ slugs: [] })
    )
    assert.deepEqual(asked, { nobody: 401, producer: 404, owner: 403, editor: 200, administrator: 200 })
  })

  test('replaces them, unless one is unknown', async ({ client, assert }) => {
    const editor = await givenUser('editor')
    const video = await givenVideo({ topics: ['bao-hiem'] })
    const send = (slugs: unknown) => as(editor, client.put(`${videos}/${video.id}/topics`)).json({ slugs })
    const unknown = await send(['an-ninh-quoc-gia', 'khong-co'])
    unknown.assertStatus(422)
    assert.deepInclude(unknown.body().errors[0], { code: 'E_TOPIC_UNKNOWN', field: 'slugs' })
    ;(await send('bao-hiem')).assertStatus(422)
    const answer = await send(['bao-hiem', 'an-ninh-quoc-gia'])
    answer.assertStatus(200)
    for (const topic of answer.body().data) assertAnswers('TopicReference', topic)
    assert.deepEqual(
      answer.body().data.map(({ slug }: { slug: string }) => slug),
      ['an-ninh-quoc-gia', 'bao-hiem']
    )
    assert.isEmpty((await send([])).body().data)
  })
})
