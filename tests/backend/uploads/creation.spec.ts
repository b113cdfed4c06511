import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import Upload from '#app/uploads/upload'
import { assertAnswers } from '#tests/helpers/answers'
import { givenDraft } from '#tests/helpers/drafts'
import { givenEverybody } from '#tests/helpers/people'
import { Tus } from '#tests/helpers/tus'
import { givenVideo } from '#tests/helpers/videos'

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
