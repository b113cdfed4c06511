import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import type User from '#app/accounts/user'
import CaptionTrack from '#app/videos/caption_track'
import type Video from '#app/videos/video'
import { assertAnswers } from '#tests/helpers/answers'
import { givenEverybody, givenUser } from '#tests/helpers/people'
import { as, origin, sendText, statusesFor } from '#tests/helpers/requests'
import { givenPublishedVideo, givenVideo } from '#tests/helpers/videos'

const address = (video: Video, lang = 'vi') => `/api/v1/videos/${video.id}/captions/${lang}`
const vtt = 'WEBVTT\n\n00:01.000 --> 00:02.500\nXin chào\n'

const put = (user: User | null, video: Video, file: string, lang = 'vi') =>
  sendText(address(video, lang), file, { user })

test.group('PUT /videos/:id/captions/:lang', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('forbids everybody but the owner and editors', async ({ client, assert }) => {
    const owner = await givenUser('producer')
    const people = { ...(await givenEverybody()), owner }
    const video = await givenVideo({ ownerId: owner.id })
    const shown = await givenPublishedVideo({ ownerId: owner.id })
    const hidden = { nobody: 404, producer: 404, owner: 200, editor: 200, administrator: 200 }
    const visible = { nobody: 401, producer: 403, owner: 403, editor: 200, administrator: 200 }
    for (const [name, user] of Object.entries(people)) {
      assert.equal((await put(user, video, vtt)).status, hidden[name as keyof typeof hidden], name)
      assert.equal((await put(user, shown, vtt)).status, visible[name as keyof typeof visible], name)
    }
    const remove = () => client.delete(address(shown))
    assert.deepEqual(await statusesFor({ nobody: null, owner }, remove), { nobody: 401, owner: 403 })
  })

  test('refuses what holds no captions, and languages that there are not', async ({ assert }) => {
    const editor = await givenUser('editor')
    const video = await givenVideo()
    const pictures = String.fromCharCode(...Array.from({ length: 256 }, (_, at) => (at * 7) % 255 || 1))
    for (const file of [
      '',
      'WEBVTT\n',
      'xin chào',
      pictures,
      '1\n00:00:02,000 --> 00:00:01,000\nngược\n',
      '{"a":1}',
    ]) {
      const answer = await put(editor, video, file)
      assert.deepEqual([answer.status, answer.body.errors[0].code], [422, 'E_CAPTIONS_UNREADABLE'], file)
    }
    for (const lang of ['tiếng-việt', 'v', 'vi..', 'VI', 'xx-'.repeat(9)]) {
      const { body } = await put(editor, video, vtt, encodeURIComponent(lang))
      assert.equal(body.errors[0].code, 'E_LANGUAGE_UNKNOWN', lang)
    }
    assert.equal((await put(editor, video, `${vtt}\u0000`)).status, 400)
    assert.equal((await put(editor, video, 'a'.repeat(2_200_000))).status, 413)
    assert.lengthOf(await CaptionTrack.query().where('videoId', video.id), 0)
  })

  test('reads WebVTT and SRT, whatever their line ends and their way to write Vietnamese', async ({
    assert,
  }) => {
    const editor = await givenUser('editor')
    const video = await givenVideo()
    const kept =
      'WEBVTT\n\n00:00:01.000 --> 00:00:02.500\nXin chào\nbà con\n\n01:00:03.000 --> 01:00:04.000\nThừa kế\n'
    const srt =
      '2\n01:00:03,000 --> 01:00:04,000\nThừa kế\n\n1\n00:00:01,000 --> 00:00:02,500\nXin chào\nbà con\n'
    const files = {
      WebVTT: `WEBVTT - tiêu đề\n\nNOTE của ai đó\n\nSTYLE\n::cue { color: red }\n\n${kept.slice(8)}`,
      SRT: srt,
      'SRT of Windows': `\uFEFF${srt.replaceAll('\n', '\r\n')}`,
      'SRT in NFD': srt.normalize('NFD'),
      'old Macintosh': kept.replaceAll('\n', '\r'),
    }
    for (const [name, file] of Object.entries(files)) {
      const answer = await put(editor, video, file)
      assert.equal(answer.status, 200, name)
      assertAnswers('Caption', answer.body.data)
      assert.equal(answer.body.data.cueCount, 2, name)
      assert.equal((await CaptionTrack.findByOrFail('videoId', video.id)).webVtt, kept, name)
    }
  })

  test('keeps of a cue’s markup what WebVTT knows, and nothing that a page would run', async ({ assert }) => {
    const editor = await givenUser('editor')
    const video = await givenVideo()
    const cue = async (text: string) => {
      const { status } = await put(editor, video, `WEBVTT\n\n00:01.000 --> 00:02.000\n${text}\n`)
      assert.equal(status, 200)
      return (await CaptionTrack.findByOrFail('videoId', video.id)).webVtt
        .split('\n')
        .slice(3)
        .join('\n')
        .trim()
    }
    assert.equal(await cue('<v Bà Tư>Chào <i>con</i>'), '<v Bà Tư>Chào <i>con</i>')
    assert.equal(await cue('<font color="red">Chào</font><script>alert(1)</script>'), 'Chàoalert(1)')
    assert.equal(await cue('Chào <img src=x onerror=alert(1)>'), 'Chào')
    assert.equal(await cue('Chào <img src=x onerror=alert(1) '), 'Chào &lt;img src=x onerror=alert(1)')
    assert.equal(await cue('A & B &amp; C'), 'A &amp; B &amp; C')
  })

  test('replaces the track of that language and clears its mark', async ({ client, assert }) => {
    const editor = await givenUser('editor')
    const video = await givenPublishedVideo({ captions: vtt })
    await CaptionTrack.query().where('videoId', video.id).update({ needsCheck: true })
    await put(editor, video, vtt.replace('Xin chào', 'Chào bà con'))
    await put(editor, video, vtt, 'en')
    const { captions } = (await client.get(`/api/v1/videos/${video.id}`)).body().data.playback
    assert.deepEqual(
      captions.map(({ lang, label, kind, needsCheck }: CaptionTrack) => [lang, label, kind, needsCheck]),
      [
        ['vi', 'Tiếng Việt', 'captions', false],
        ['en', 'English', 'subtitles', false],
      ]
    )
  })
})

test.group('GET and DELETE /videos/:id/captions/:lang', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('forbid strangers what is not published', async ({ client, assert }) => {
    const video = await givenVideo({ captions: vtt })
    const { editor, ...strangers } = await givenEverybody()
    assert.deepEqual(
      await statusesFor({ nobody: null, producer: strangers.producer }, () => client.get(address(video))),
      {
        nobody: 404,
        producer: 404,
      }
    )
    ;(await as(editor, client.get(address(video)))).assertStatus(200)
  })

  test('give WebVTT, and take it away', async ({ client, assert }) => {
    const video = await givenPublishedVideo({ captions: vtt })
    const answer = await fetch(origin() + address(video))
    assert.equal(answer.headers.get('content-type'), 'text/vtt; charset=utf-8')
    assert.equal(await answer.text(), vtt)
    const editor = await givenUser('editor')
    ;(await as(editor, client.delete(address(video)))).assertStatus(204)
    ;(await as(editor, client.delete(address(video)))).assertStatus(404)
    ;(await client.get(address(video))).assertStatus(404)
  })
})
