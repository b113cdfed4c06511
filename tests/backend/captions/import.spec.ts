import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import type User from '#app/accounts/user'
import CaptionTrack from '#app/videos/caption_track'
import type Video from '#app/videos/video'
import { assertAnswers } from '#tests/helpers/answers'
import { givenEverybody, givenUser } from '#tests/helpers/people'
import { origin, tokenOf } from '#tests/helpers/requests'
import { givenVideo } from '#tests/helpers/videos'

interface Sent {
  method?: string
  headers?: Record<string, string>
}

async function send(
  user: User | null,
  video: Video,
  path: string,
  file: string | Uint8Array,
  sent: Sent = {}
) {
  const headers = { 'content-type': 'application/x-subrip', ...sent.headers }
  if (user) Object.assign(headers, { authorization: `Bearer ${await tokenOf(user)}` })
  const body = typeof file === 'string' ? file : Buffer.from(file)
  const address = `${origin()}/api/v1/videos/${video.id}/captions/${path}`
  const answer = await fetch(address, { method: sent.method ?? 'PUT', headers, body })
  // Answers are looked at by tests that say what they expect of them
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  return { status: answer.status, body: (await answer.json()) as any }
}
const keptOf = async (video: Video) => (await CaptionTrack.findBy('videoId', video.id))?.webVtt

const srt = '1\r\n00:00:01,000 --> 00:00:02,000\r\nLuật đất đai\r\n'
const vtt = (text: string) => `WEBVTT\n\n00:01.000 --> 00:02.000\n${text}\n`

test.group('Caption files from elsewhere', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('are read in every code that Windows has had, and the answer says in which', async ({ assert }) => {
    const editor = await givenUser('editor')
    const video = await givenVideo()
    const before = Buffer.from('1\r\n00:00:01,000 --> 00:00:02,000\r\n')
    const files = {
      'utf-8': Buffer.from(srt.normalize('NFD')),
      'utf-16le': Buffer.from(`\uFEFF${srt}`, 'utf16le'),
      'windows-1258': Buffer.concat([before, Buffer.from('4c75e2f27420f0e2ec7420f06169', 'hex')]),
      tcvn3: Buffer.concat([before, Buffer.from('4c75cb7420aeca7420ae6169', 'hex')]),
    }
    for (const [encoding, file] of Object.entries(files)) {
      const { status, body } = await send(editor, video, 'vi', file)
      assert.equal(status, 200, encoding)
      assert.equal(body.meta.encoding, encoding)
      assertAnswers('CaptionImport', body.meta)
      assert.equal(await keptOf(video), 'WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nLuật đất đai\n', encoding)
    }
  })

  test('are put in order, and told what had to be done', async ({ assert }) => {
    const editor = await givenUser('editor')
    const video = await givenVideo()
    const file = [
      '00:00:05,000 --> 00:00:09,000\nhai',
      '00:00:01,000 --> 00:00:06,000\nmột',
      '00:00:05,100 --> 00:00:07,000\nba',
      '00:00:08,000 --> 00:00:08,000\nkhông',
    ].join('\n\n')
    const { body } = await send(editor, video, 'vi', file)
    assert.deepEqual(body.meta.repairs, { reordered: 1, shortened: 1, merged: 1, dropped: 1 })
    assert.equal(
      await keptOf(video),
      'WEBVTT\n\n00:00:01.000 --> 00:00:05.000\nmột\n\n00:00:05.000 --> 00:00:09.000\nhai\nba\n'
    )
  })

  test('are refused with a sentence where they are too much', async ({ assert }) => {
    const editor = await givenUser('editor')
    const video = await givenVideo()
    const many = Array.from({ length: 10_001 }, () => '00:00:01,000 --> 00:00:02,000\nx').join('\n\n')
    const wild = vtt('x').replace('00:02', '99:00:00')
    for (const [file, code] of [
      [many, 'E_CAPTIONS_TOO_MANY'],
      [vtt('á'.repeat(1001)), 'E_CAPTION_TOO_LONG'],
      [wild, 'E_CAPTIONS_UNREADABLE'],
      [Uint8Array.from({ length: 5000 }, (_, at) => 0x80 + (at % 128)), 'E_CAPTIONS_UNREADABLE'],
    ] as const) {
      const { status, body } = await send(editor, video, 'vi', file)
      assert.deepEqual([status, body.errors[0].code], [422, code])
      assert.notInclude(body.errors[0].message, 'E_')
    }
    assert.isUndefined(await keptOf(video))
  })

  test('can be looked at before they are kept, by those who may edit', async ({ assert }) => {
    const owner = await givenUser('producer')
    const people = { ...(await givenEverybody()), owner }
    const video = await givenVideo({ ownerId: owner.id })
    const statuses: Record<string, number> = {}
    for (const [name, user] of Object.entries(people))
      statuses[name] = (await send(user, video, 'vi/reading', srt, { method: 'POST' })).status
    assert.deepEqual(statuses, { nobody: 404, producer: 404, owner: 200, editor: 200, administrator: 200 })
    const bad = await send(owner, video, 'vi/reading', 'xin chào', { method: 'POST' })
    assert.deepEqual([bad.status, bad.body.errors[0].code], [422, 'E_CAPTIONS_UNREADABLE'])
    const { body } = await send(owner, video, 'vi/reading', srt, { method: 'POST' })
    assert.deepEqual(body.data, [{ startSeconds: 1, endSeconds: 2, text: 'Luật đất đai' }])
    assert.isUndefined(await keptOf(video))
  })
})

test.group('Two people at the same captions', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('lose nothing: who saves upon another’s version is told, and gets the new one', async ({ assert }) => {
    const editor = await givenUser('editor')
    const video = await givenVideo()
    const first = { headers: { 'if-none-match': '*' } }
    const one = await send(editor, video, 'vi', vtt('một'), first)
    assert.equal(one.status, 200)
    const { version } = one.body.data
    const again = await send(editor, video, 'vi', vtt('khác'), first)
    assert.deepEqual([again.status, again.body.errors[0].code], [409, 'E_CAPTIONS_CHANGED'])

    const upon = { headers: { 'if-match': `"${version}"` } }
    assert.equal((await send(editor, video, 'vi', vtt('hai'), upon)).status, 200)
    const late = await send(editor, video, 'vi', vtt('ba'), upon)
    assert.equal(late.status, 409)
    assert.include(await keptOf(video), 'hai')
    assert.equal(late.body.meta.version, (await send(editor, video, 'vi', vtt('hai'))).body.data.version)

    await CaptionTrack.query().where('videoId', video.id).delete()
    assert.equal((await send(editor, video, 'vi', vtt('bốn'), upon)).status, 409)
  })
})

test.group('Captions that a machine made', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('are marked until somebody has checked them, or another file takes their place', async ({
    client,
    assert,
  }) => {
    const editor = await givenUser('editor')
    const video = await givenVideo({ status: 'published', captions: vtt('máy') })
    await CaptionTrack.query().where('videoId', video.id).update({ isMachineMade: true })
    const seen = async () => (await client.get(`/api/v1/videos/${video.id}`)).body().data.playback.captions[0]
    const shown = await seen()
    assertAnswers('Caption', shown)
    assert.deepEqual([shown.isMachineMade, shown.checkedAt], [true, null])

    const corrected = await send(editor, video, 'vi', vtt('máy sửa'), {
      headers: { 'if-match': `"${shown.version}"` },
    })
    assert.deepEqual([corrected.body.data.isMachineMade, corrected.body.data.checkedAt], [true, null])
    const checked = await send(editor, video, 'vi?checked=true', vtt('máy sửa'), {
      headers: { 'if-match': `"${corrected.body.data.version}"` },
    })
    assert.isTrue(checked.body.data.isMachineMade)
    assert.isString((await seen()).checkedAt)

    const another = await send(editor, video, 'vi', vtt('người'))
    assert.deepEqual([another.body.data.isMachineMade, another.body.data.checkedAt], [false, null])
    assert.equal((await send(editor, video, 'vi?checked=perhaps', vtt('x'))).status, 422)
  })

  test('name who has checked them to those who edit, and to nobody else', async ({ client, assert }) => {
    const editor = await givenUser('editor')
    const video = await givenVideo({ status: 'published' })
    await send(editor, video, 'vi?checked=true', vtt('xong'))
    const path = `/api/v1/videos/${video.id}/captions`
    const people = await givenEverybody()
    const statuses = { nobody: 401, producer: 403, editor: 200, administrator: 200 }
    for (const [name, user] of Object.entries(people)) {
      const request = client.get(path)
      const answer = await (user ? request.withGuard('api').loginAs(user) : request)
      assert.equal(answer.status(), statuses[name as keyof typeof statuses], name)
    }
    const { data, meta } = (await client.get(path).withGuard('api').loginAs(editor)).body()
    assertAnswers('EditedCaption', data[0])
    assert.equal(data[0].checkedBy, editor.fullName)
    assert.deepEqual(meta, { canRecognise: false, recognitions: [] })
    assert.notInclude(
      JSON.stringify((await client.get(`/api/v1/videos/${video.id}`)).body()),
      editor.fullName
    )
  })
})

test.group('Captions to take away', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('are WebVTT, SRT for old programs, or text to read', async ({ assert }) => {
    const webVtt =
      'WEBVTT\n\n00:00:01.000 --> 00:00:02.500\n<v Bà Tư>Chào <i>con</i> &amp; bà con\n\n01:00:09.000 --> 01:00:10.000\nHết\n'
    const video = await givenVideo({ status: 'published', captions: webVtt, slug: 'bai-hoc' })
    const get = async (format: string) => {
      const answer = await fetch(`${origin()}/api/v1/videos/${video.id}/captions/vi?format=${format}`)
      const bytes = Buffer.from(await answer.arrayBuffer()).toString()
      return { status: answer.status, name: answer.headers.get('content-disposition'), text: bytes }
    }
    assert.deepEqual(await get('vtt'), {
      status: 200,
      name: 'attachment; filename="bai-hoc.vi.vtt"',
      text: webVtt,
    })
    assert.equal(
      (await get('srt')).text,
      '\uFEFF1\r\n00:00:01,000 --> 00:00:02,500\r\nChào <i>con</i> & bà con\r\n\r\n2\r\n01:00:09,000 --> 01:00:10,000\r\nHết\r\n'
    )
    assert.equal((await get('text')).text, 'Chào con & bà con\n\nHết\n')
    assert.equal((await get('docx')).status, 422)
  })
})
