import testUtils from '@adonisjs/core/services/test_utils'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { storage } from '#app/core/media_storage'
import Upload from '#app/uploads/upload'
import Revision from '#app/videos/revision'
import Transcode from '#app/videos/transcode'
import Video from '#app/videos/video'
import { assertAnswers } from '#tests/helpers/answers'
import { givenDraft } from '#tests/helpers/drafts'
import { givenEverybody } from '#tests/helpers/people'
import { Tus } from '#tests/helpers/tus'

test.group('An upload', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('forbids every other hand, an administrator’s too', async ({ assert, cleanup }) => {
    const { video, tus } = await givenDraft(cleanup)
    const location = await tus.begin(video, 10)
    for (const user of Object.values(await givenEverybody())) {
      const other = await Tus.for(user)
      const expected = user ? 404 : 401
      assert.equal((await other.head(location)).status, expected)
      assert.equal((await other.send(location, 0, '01234')).status, expected)
      assert.equal((await other.end(location)).status, expected)
    }
    assert.equal(await tus.offset(location), 0)
  })

  test('goes on where it stands, and nowhere else', async ({ assert, cleanup }) => {
    const { video, tus } = await givenDraft(cleanup)
    const location = await tus.begin(video, 10)
    const first = await tus.send(location, 0, '01234')
    assert.deepEqual([first.status, first.headers.get('upload-offset')], [204, '5'])
    assert.isNotNull(first.headers.get('upload-expires'))
    for (const offset of [0, 4, 6]) {
      const wrong = await tus.send(location, offset, '56789')
      assert.deepEqual([wrong.status, wrong.body.errors[0].code], [409, 'E_TUS_409'])
    }
    const typed = await tus.send(location, 5, '56789', { 'content-type': 'text/plain' })
    assert.deepEqual([typed.status, typed.body.errors[0].code], [415, 'E_TUS_415'])
    assert.equal((await tus.send(location, 5, '56789-and-more')).status, 413)
    assert.equal((await tus.send(location, 5, '', { 'upload-offset': 'x' })).status, 400)
    assert.equal(await tus.offset(location), 5)
    assert.equal((await tus.send(location, 5, '56789')).status, 204)
    assert.equal((await storage.head(`uploads/${location.split('/').at(-1)}`))!.sizeBytes, 10)
  })

  test('becomes with its last byte a revision, its transcode and its job', async ({ assert, cleanup }) => {
    const { video, owner, tus } = await givenDraft(cleanup)
    const answer = await tus.create({ videoId: video.id, size: 10, filename: 'a.mp4', body: '0123456789' })
    assert.deepEqual([answer.status, answer.headers.get('upload-offset')], [201, '10'])
    assert.isNull(answer.headers.get('upload-expires'))
    const now = await Video.findOrFail(video.id)
    assert.equal(now.status, 'processing')
    const revision = await Revision.findOrFail(now.currentRevisionId)
    const id = answer.headers.get('location')!.split('/').at(-1)
    assert.containsSubset(revision.$attributes, {
      number: 1,
      sourceKey: `uploads/${id}`,
      sourceFilename: 'a.mp4',
      sourceSizeBytes: 10,
    })
    const transcode = await Transcode.findByOrFail('revisionId', revision.id)
    assert.equal(transcode.state, 'queued')
    assert.isNotNull(transcode.jobId)
    assert.isNotNull((await Upload.findOrFail(id)).completedAt)
    const record = await db.from('review_records').where('video_id', video.id)
    assert.containsSubset(record, [
      { action: 'receive', actor_id: owner.id, from_status: 'draft', to_status: 'processing' },
    ])
    const seen = await tus.video(video.id)
    assertAnswers('Video', seen)
    assert.containsSubset(seen, {
      status: 'processing',
      progress: 0,
      permissions: { cancel: true, retry: false },
    })
    assert.isNotNull(seen.timings.receivedAt)
  })

  test('that is finished can neither be ended nor received again', async ({ assert, cleanup }) => {
    const { video, tus } = await givenDraft(cleanup)
    const location = await tus.begin(video, 3)
    await tus.send(location, 0, 'abc')
    const ended = await tus.end(location)
    assert.deepEqual([ended.status, ended.body.errors[0].code], [403, 'E_TUS_403'])
    assert.equal(await tus.offset(location), 3)
    assert.lengthOf(await Revision.query().where('videoId', video.id), 1)
  })

  test('is received by the next question, should its end have been lost', async ({ assert, cleanup }) => {
    const { video, tus } = await givenDraft(cleanup)
    const location = await tus.begin(video, 3)
    await tus.send(location, 0, 'abc')
    // As if the process had died before the last byte was acknowledged
    await Revision.query().where('videoId', video.id).delete()
    await video.merge({ status: 'draft', currentRevisionId: null }).save()
    await Video.query().where('id', video.id).update({ status: 'draft', currentRevisionId: null })
    await Upload.query().where('videoId', video.id).update({ completedAt: null })
    assert.equal(await tus.offset(location), 3)
    assert.equal((await Video.findOrFail(video.id)).status, 'processing')
    assert.equal(await tus.offset(location), 3)
    assert.lengthOf(await Revision.query().where('videoId', video.id), 1)
  })

  test('may be given up', async ({ assert, cleanup }) => {
    const { video, tus } = await givenDraft(cleanup)
    const location = await tus.begin(video, 10)
    await tus.send(location, 0, '01234')
    assert.equal((await tus.end(location)).status, 204)
    assert.include([404, 410], (await tus.head(location)).status)
    assert.isNull(await storage.head(`uploads/${location.split('/').at(-1)}`))
    assert.equal((await tus.head(`${location.slice(0, -20)}${'a'.repeat(20)}`)).status, 404)
  })

  test('replaces what failed', async ({ assert, cleanup }) => {
    const { video, tus } = await givenDraft(cleanup)
    await tus.create({ videoId: video.id, size: 3, body: 'abc' })
    await Video.query().where('id', video.id).update({ status: 'failed' })
    assert.equal((await tus.create({ videoId: video.id, size: 3, body: 'def' })).status, 201)
    assert.equal((await Video.findOrFail(video.id)).status, 'processing')
    assert.lengthOf(await Revision.query().where('videoId', video.id), 2)
  })

  test('says where a video that is judged by now takes no file, and keeps it as it is', async ({
    assert,
    cleanup,
  }) => {
    const { video, tus } = await givenDraft(cleanup)
    const location = await tus.begin(video, 3)
    await Video.query()
      .where('id', video.id)
      .update({ status: 'approved', submittedAt: DateTime.utc().toISO() })
    const answer = await tus.send(location, 0, 'abc')
    assert.deepEqual([answer.status, answer.body.errors[0].code], [409, 'E_VIDEO_IN_REVIEW'])
    const now = await Video.findOrFail(video.id)
    assert.deepEqual([now.status, now.pendingRevisionId], ['approved', null])
  })
})
