import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import Upload from '#app/uploads/upload'
import Video from '#app/videos/video'
import { givenDraft } from '#tests/helpers/drafts'
import { Tus } from '#tests/helpers/tus'

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
