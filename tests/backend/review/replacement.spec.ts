import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import type User from '#app/accounts/user'
import { storage } from '#app/core/media_storage'
import CaptionTrack from '#app/videos/caption_track'
import Tag from '#app/tags/tag'
import Video from '#app/videos/video'
import type { VideoStatus } from '#app/videos/video_status'
import { codeOf } from '#tests/helpers/answers'
import { givenConsent } from '#tests/helpers/consents'
import { givenUser } from '#tests/helpers/people'
import { as } from '#tests/helpers/requests'
import { finish, givenReceivedFile } from '#tests/helpers/transcodes'
import { dropTrees, givenTree } from '#tests/helpers/trees'
import { givenTag, givenVideo } from '#tests/helpers/videos'

const step = (client: ApiClient, actor: User, video: Video, path: string) =>
  as(actor, client.post(`/api/v1/videos/${video.id}/${path}`)).json({})

/** Fresh from the database. */
const current = (video: Video) => Video.findOrFail(video.id)

test.group('A new file of a published video', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  async function givenShown() {
    const owner = await givenUser('producer')
    const video = await givenVideo({ ownerId: owner.id, status: 'published', captions: 'WEBVTT\n' })
    const old = await givenTree(video)
    await givenConsent(video)
    return { owner, video, old, editor: await givenUser('editor') }
  }

  test('leaves viewers the old one until an editor publishes it', async ({ client, assert, cleanup }) => {
    const { owner, video, old, editor } = await givenShown()
    cleanup(() => dropTrees(video))
    const tag = await givenTag(video, '52/2014/QH13')
    const received = await givenReceivedFile(video)
    const seenByOwner = async () => (await as(owner, client.get(`/api/v1/videos/${video.id}`))).body().data
    assert.containsSubset(await seenByOwner(), {
      status: 'published',
      pendingRevision: { status: 'processing' },
    })
    await finish(received, 90)
    assert.containsSubset(await seenByOwner(), {
      status: 'published',
      pendingRevision: { status: 'ready' },
      durationSeconds: 100,
    })
    const oldUrl = `/media/videos/${video.id}/${old.id}/master.m3u8`
    const newUrl = `/media/videos/${video.id}/${received.revisionId}/master.m3u8`
    ;(await client.get(oldUrl)).assertStatus(200)
    ;(await client.get(newUrl)).assertStatus(404)

    const unsaid = await step(client, editor, video, 'publication')
    assert.deepEqual([unsaid.status(), codeOf(unsaid)], [422, 'E_CONSENT_MISSING'])
    await as(owner, client.put(`/api/v1/videos/${video.id}/consent`)).json({ nobodyIdentifiable: true })
    ;(await step(client, editor, video, 'publication')).assertStatus(200)
    assert.containsSubset(await seenByOwner(), {
      status: 'published',
      pendingRevision: null,
      durationSeconds: 90,
    })
    ;(await client.get(oldUrl)).assertStatus(404)
    ;(await client.get(newUrl)).assertStatus(200)
    assert.isNull(await storage.head(`${old.publicPrefix}master.m3u8`))
    assert.isTrue((await Tag.findOrFail(tag.id)).needsCheck)
    assert.isTrue((await CaptionTrack.findByOrFail('videoId', video.id)).needsCheck)
    ;(await step(client, editor, video, 'publication')).assertStatus(409)
  })

  test('keeps tags and captions as they are where its length is the same', async ({
    client,
    assert,
    cleanup,
  }) => {
    const { video, editor, owner } = await givenShown()
    cleanup(() => dropTrees(video))
    const tag = await givenTag(video, '52/2014/QH13')
    await finish(await givenReceivedFile(video), 100.3)
    await as(owner, client.put(`/api/v1/videos/${video.id}/consent`)).json({ nobodyIdentifiable: true })
    ;(await step(client, editor, video, 'publication')).assertStatus(200)
    assert.isFalse((await Tag.findOrFail(tag.id)).needsCheck)
    assert.isFalse((await CaptionTrack.findByOrFail('videoId', video.id)).needsCheck)
  })

  test('is not published by the editor who sent it', async ({ client, assert, cleanup }) => {
    const { video, editor } = await givenShown()
    cleanup(() => dropTrees(video))
    const received = await givenReceivedFile(video, editor)
    await finish(received)
    await givenConsent(Object.assign(await current(video), { currentRevisionId: received.revisionId }))
    assert.equal(codeOf(await step(client, editor, video, 'publication')), 'E_FOUR_EYES')
    ;(await step(client, await givenUser('editor'), video, 'publication')).assertStatus(200)
  })

  test('does not come through an approval that was given to the old one', async ({
    client,
    assert,
    cleanup,
  }) => {
    const { video, old, editor } = await givenShown()
    cleanup(() => dropTrees(video))
    const received = await givenReceivedFile(video)
    ;(await as(editor, client.delete(`/api/v1/videos/${video.id}/publication`)).json({})).assertStatus(200)
    await finish(received)
    assert.equal((await current(video)).currentRevisionId, old.id)
    ;(await step(client, editor, video, 'publication')).assertStatus(200)
    ;(await client.get(`/media/videos/${video.id}/${old.id}/master.m3u8`)).assertStatus(200)
    ;(await client.get(`/media/videos/${video.id}/${received.revisionId}/master.m3u8`)).assertStatus(404)
  })
})

test.group('A new file of a video that is not published', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  for (const status of ['ready', 'changes_requested', 'withdrawn'] as VideoStatus[]) {
    test(`takes the old one’s place in ${status} as soon as it is made`, async ({ assert, cleanup }) => {
      const video = await givenVideo({ status })
      cleanup(() => dropTrees(video))
      const received = await givenReceivedFile(video)
      await finish(received)
      const now = await current(video)
      assert.deepEqual(
        [now.currentRevisionId, now.pendingRevisionId, now.status],
        [received.revisionId, null, status]
      )
    })
  }

  for (const status of ['in_review', 'approved', 'processing'] as VideoStatus[]) {
    test(`is refused in ${status}, also when its last byte comes late`, async ({ assert }) => {
      const video = await givenVideo({ status })
      const refusal = await givenReceivedFile(video).catch((error) => error)
      assert.equal(refusal.code, status === 'processing' ? 'E_VIDEO_IS_PROCESSING' : 'E_VIDEO_IN_REVIEW')
    })
  }

  test('is waited for before the submission', async ({ client, assert, cleanup }) => {
    const owner = await givenUser('producer')
    const video = await givenVideo({ status: 'changes_requested', ownerId: owner.id })
    cleanup(() => dropTrees(video))
    const received = await givenReceivedFile(video)
    assert.equal(codeOf(await step(client, owner, video, 'submission')), 'E_VIDEO_IS_PROCESSING')
    await finish(received)
    ;(await step(client, owner, video, 'submission')).assertStatus(200)
    assert.equal((await current(video)).currentRevisionId, received.revisionId)
  })

  test('that waited through the withdrawal is what is submitted', async ({ client, assert, cleanup }) => {
    const owner = await givenUser('producer')
    const editor = await givenUser('editor')
    const video = await givenVideo({ status: 'published', ownerId: owner.id })
    cleanup(() => dropTrees(video))
    const received = await givenReceivedFile(video)
    await finish(received)
    ;(await step(client, editor, video, 'withdrawal')).assertStatus(200)
    ;(await step(client, owner, video, 'submission')).assertStatus(200)
    const now = await current(video)
    assert.deepEqual([now.currentRevisionId, now.pendingRevisionId], [received.revisionId, null])
  })
})
