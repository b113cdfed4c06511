import db from '@adonisjs/lucid/services/db'
import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { storage } from '#app/core/media_storage'
import Upload from '#app/uploads/upload'
import Revision from '#app/videos/revision'
import Transcode from '#app/videos/transcode'
import Video from '#app/videos/video'
import { assertAnswers } from '#tests/helpers/answers'
import { givenEverybody, givenUser } from '#tests/helpers/people'
import { Tus } from '#tests/helpers/tus'
import { givenVideo } from '#tests/helpers/videos'

/** A draft with somebody who may send its file; what they sent is deleted when the test ends. */
async function givenDraft(cleanup: (done: () => Promise<void>) => void) {
  const owner = await givenUser('producer')
  const video = await givenVideo({ ownerId: owner.id, status: 'draft', currentRevisionId: null })
  await video.merge({ currentRevisionId: null }).save()
  await Revision.query().where('videoId', video.id).delete()
  const tus = await Tus.for(owner)
  cleanup(() => tus.forget())
  await storage.ensureReady()
  return { owner, video, tus }
}

test.group('POST /uploads', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('forbids nobody, strangers and colleagues', async ({ assert, cleanup }) => {
    const { video } = await givenDraft(cleanup)
    const { nobody, producer, editor } = await givenEverybody()
    const create = async (user: typeof producer | null) =>
      (await (await Tus.for(user)).create({ videoId: video.id })).status
    assert.deepEqual([await create(nobody), await create(producer), await create(editor)], [401, 404, 201])
    const shown = await givenVideo({ status: 'published' })
    const answer = await (await Tus.for(producer)).create({ videoId: shown.id })
    assert.equal(answer.status, 403)
  })

  test('refuses before the first byte what could not be taken, in both languages', async ({
    assert,
    cleanup,
  }) => {
    const { video, tus } = await givenDraft(cleanup)
    const refusals: [Parameters<Tus['create']>[0], number, string][] = [
      [{}, 422, 'E_UPLOAD_NEEDS_VIDEO'],
      [{ videoId: 'khong-co' }, 404, 'E_NOT_FOUND'],
      [{ videoId: video.id, size: 0 }, 422, 'E_UPLOAD_EMPTY'],
      [{ videoId: video.id, size: 9 * 1024 ** 3 }, 413, 'E_UPLOAD_TOO_LARGE'],
      [
        { videoId: video.id, headers: { 'upload-length': '', 'upload-defer-length': '1' } },
        422,
        'E_UPLOAD_NEEDS_LENGTH',
      ],
      [{ videoId: video.id, headers: { 'upload-length': '-1' } }, 400, 'E_TUS_400'],
      [{ videoId: video.id, headers: { 'upload-metadata': '=!? , ,' } }, 400, 'E_TUS_400'],
      [{ videoId: video.id, headers: { 'tus-resumable': '0.2.2' } }, 412, 'E_TUS_VERSION'],
    ]
    for (const [wanted, status, code] of refusals) {
      const answer = await tus.create(wanted)
      assert.deepEqual([answer.status, answer.body.errors[0].code], [status, code])
      assert.include(answer.headers.get('content-type'), 'application/json')
      assertAnswers('Failure', answer.body)
      const english = await tus.create({ ...wanted, headers: { ...wanted.headers, 'accept-language': 'en' } })
      assert.notEqual(english.body.errors[0].message, answer.body.errors[0].message)
      assert.notInclude(answer.body.errors[0].message, 'E_')
    }
    assert.lengthOf(await Upload.query().where('videoId', video.id), 0)
  })

  test('refuses a file for what is being made or judged', async ({ assert, cleanup }) => {
    const { video, tus } = await givenDraft(cleanup)
    for (const [status, code] of [
      ['processing', 'E_VIDEO_IS_PROCESSING'],
      ['in_review', 'E_VIDEO_IN_REVIEW'],
      ['approved', 'E_VIDEO_IN_REVIEW'],
    ] as const) {
      await video.merge({ status }).save()
      const answer = await tus.create({ videoId: video.id })
      assert.deepEqual([answer.status, answer.body.errors[0].code], [409, code])
    }
  })

  test('answers with an address on this site and a time until which it holds', async ({
    assert,
    cleanup,
  }) => {
    const { video, owner, tus } = await givenDraft(cleanup)
    const answer = await tus.create({ videoId: video.id, size: 10, filename: '../../Tiểu phẩm\u0000.MOV' })
    assert.equal(answer.status, 201)
    assert.equal(answer.headers.get('tus-resumable'), '1.0.0')
    const location = answer.headers.get('location')!
    assert.match(location, /^http:\/\/127\.0\.0\.1:\d+\/api\/v1\/uploads\/[0-9a-z]{20}$/)
    const days = (Date.parse(answer.headers.get('upload-expires')!) - Date.now()) / 86_400_000
    assert.closeTo(days, 7, 0.1)
    const upload = await Upload.findOrFail(location.split('/').at(-1))
    assert.containsSubset(upload.$attributes, { userId: owner.id, filename: 'Tiểu phẩm.MOV', sizeBytes: 10 })
    assert.equal(await tus.offset(location), 0)
  })

  test('announces what is on offer', async ({ assert }) => {
    const { headers, status } = await (await Tus.for(null)).announcement()
    assert.oneOf(status, [200, 204])
    assert.equal(headers.get('tus-version'), '1.0.0')
    assert.equal(headers.get('tus-max-size'), String(8 * 1024 ** 3))
    const extensions = headers.get('tus-extension')!.split(',')
    assert.includeMembers(extensions, [
      'creation',
      'creation-with-upload',
      'termination',
      'checksum',
      'expiration',
    ])
    assert.notInclude(extensions, 'creation-defer-length')
    assert.deepEqual(headers.get('tus-checksum-algorithm')!.split(','), ['sha1', 'sha256', 'md5'])
  })
})

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

test.group('A checksum', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('that does not match keeps nothing of the chunk', async ({ assert, cleanup }) => {
    const { video, tus } = await givenDraft(cleanup)
    const location = await tus.begin(video, 10)
    const wrong = await tus.send(location, 0, '01234', {
      'upload-checksum': Tus.checksum('sha1', 'something else'),
    })
    assert.deepEqual([wrong.status, wrong.body.errors[0].code], [460, 'E_CHECKSUM_MISMATCH'])
    assert.equal(await tus.offset(location), 0)
    const unknown = await tus.send(location, 0, '01234', { 'upload-checksum': 'crc32 AAAA' })
    assert.deepEqual([unknown.status, unknown.body.errors[0].code], [400, 'E_CHECKSUM_ALGORITHM'])
    const long = '0123456789 and more'
    const tooMuch = await tus.send(location, 0, long, { 'upload-checksum': Tus.checksum('sha1', long) })
    assert.equal(tooMuch.status, 413)
    assert.equal(await tus.offset(location), 0)
  })

  test('that matches lets the chunk in, whichever algorithm', async ({ assert, cleanup }) => {
    const { video, tus } = await givenDraft(cleanup)
    const location = await tus.begin(video, 9)
    for (const [at, algorithm] of ['sha1', 'sha256', 'md5'].entries()) {
      const answer = await tus.send(location, at * 3, 'abc', {
        'upload-checksum': Tus.checksum(algorithm, 'abc'),
      })
      assert.deepEqual([answer.status, answer.headers.get('upload-offset')], [204, String(at * 3 + 3)])
    }
    assert.equal((await Video.findOrFail(video.id)).status, 'processing')
  })

  test('is asked for also when the bytes come with the creation', async ({ assert, cleanup }) => {
    const { video, tus } = await givenDraft(cleanup)
    const create = (text: string) =>
      tus.create({
        videoId: video.id,
        size: 3,
        body: 'abc',
        headers: { 'upload-checksum': Tus.checksum('sha1', text) },
      })
    assert.equal((await create('abd')).status, 460)
    assert.lengthOf(await Upload.query().where('videoId', video.id), 0)
    assert.equal((await create('abc')).status, 201)
  })
})
