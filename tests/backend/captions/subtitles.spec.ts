import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { storage } from '#app/core/media_storage'
import { hideVideo, publishVideo } from '#app/review/publish_video'
import CaptionTrack from '#app/videos/caption_track'
import Revision from '#app/videos/revision'
import Video from '#app/videos/video'
import { givenConsent } from '#tests/helpers/consents'
import { givenUser } from '#tests/helpers/people'
import { as, origin, sendText } from '#tests/helpers/requests'
import { finish, givenReceivedFile } from '#tests/helpers/transcodes'
import { dropTrees, givenTree } from '#tests/helpers/trees'
import { givenPublishedVideo, givenVideo } from '#tests/helpers/videos'

const vtt = (text: string) => `WEBVTT\n\n00:01.000 --> 00:02.500\n${text}\n`

async function put(video: Video, text: string, lang = 'vi') {
  const editor = await givenUser('editor')
  const path = `/api/v1/videos/${video.id}/captions/${lang}`
  return sendText(path, vtt(text), { user: editor })
}

/** What an anonymous player gets: the lines about subtitles, and the text of the first; null for a 404. */
async function shown(video: Video, revisionId = video.currentRevisionId) {
  const tree = `${origin()}/media/videos/${video.id}/${revisionId}/`
  const text = async (name: string) => {
    const answer = await fetch(tree + name)
    return answer.ok ? answer.text() : null
  }
  const multivariant = await text('master.m3u8')
  const names = [...(multivariant ?? '').matchAll(/TYPE=SUBTITLES.*LANGUAGE="([^"]+)".*URI="([^"]+)"/g)]
  const [, , uri] = names[0] ?? []
  const file = uri && (await text(uri))?.split('\n').find((line) => line.endsWith('.vtt'))
  return {
    multivariant,
    languages: names.map(([, language]) => language),
    text: file ? await text(`subtitles/${file}`) : null,
    file: file ? `subtitles/${file}` : null,
    fetch: text,
  }
}

const keysUnder = async (prefix: string) => {
  const keys: string[] = []
  for await (const { key } of storage.list(prefix)) keys.push(key.slice(prefix.length))
  return keys.filter((key) => key.startsWith('subtitles/')).sort()
}

test.group('Captions in the stream', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('of a published video are there at once, change, and are gone when they are taken away', async ({
    client,
    assert,
    cleanup,
  }) => {
    const video = await givenPublishedVideo()
    cleanup(() => dropTrees(video))
    const revision = await givenTree(video)
    assert.deepEqual((await shown(video)).languages, [])

    await put(video, 'Xin chào')
    await put(video, 'Hello', 'en')
    const first = await shown(video)
    assert.deepEqual(first.languages, ['vi', 'en'])
    assert.equal(
      first.text,
      'WEBVTT\nX-TIMESTAMP-MAP=MPEGTS:0,LOCAL:00:00:00.000\n\n00:00:01.000 --> 00:00:02.500\nXin chào\n'
    )
    assert.match(first.multivariant!, /#EXT-X-STREAM-INF:BANDWIDTH=1000,SUBTITLES="subtitles"\n240p/)

    await put(video, 'Chào bà con')
    const second = await shown(video)
    assert.include(second.text, 'Chào bà con')
    assert.isNull(await second.fetch(first.file!))

    const editor = await givenUser('editor')
    for (const lang of ['vi', 'en'])
      await as(editor, client.delete(`/api/v1/videos/${video.id}/captions/${lang}`))
    const last = await shown(video)
    assert.equal(last.multivariant, '#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1000\n240p/media.m3u8\n')
    assert.isNull(await last.fetch(second.file!))
    assert.deepEqual(await keysUnder(revision.publicPrefix), [])
    assert.deepEqual(await keysUnder(revision.privatePrefix), [])
  })

  test('of an unpublished video are in its own tree only, until it is published, and again when it is taken down', async ({
    assert,
    cleanup,
  }) => {
    const video = await givenVideo({ status: 'approved' })
    cleanup(() => dropTrees(video))
    const revision = await givenTree(video)
    await put(video, 'Xin chào')
    assert.lengthOf(await keysUnder(revision.privatePrefix), 2)
    assert.deepEqual(await keysUnder(revision.publicPrefix), [])
    assert.isNull((await shown(video)).multivariant)

    const editor = await givenUser('editor')
    await givenConsent(video)
    await publishVideo(await Video.findOrFail(video.id), editor)
    assert.include((await shown(video)).text, 'Xin chào')

    await hideVideo(await Video.findOrFail(video.id), 'withdraw', editor)
    await put(video, 'Câu đã rút lại')
    assert.deepEqual(await keysUnder(revision.publicPrefix), [])
    assert.isNull((await shown(video)).multivariant)
  })

  test('that changed while the tree was being copied are right once it is shown', async ({
    assert,
    cleanup,
  }) => {
    const video = await givenVideo({ status: 'approved', captions: vtt('Bản cũ') })
    cleanup(() => dropTrees(video))
    // Its tree knows nothing of the captions, as if they had come after the copy
    await givenTree(video)
    await givenConsent(video)
    await publishVideo(await Video.findOrFail(video.id), await givenUser('editor'))
    assert.include((await shown(video)).text, 'Bản cũ')
  })

  test('come with a new revision, and are kept in both while one waits', async ({ assert, cleanup }) => {
    const video = await givenPublishedVideo()
    cleanup(() => dropTrees(video))
    await givenTree(video)
    await put(video, 'Xin chào')
    const received = await givenReceivedFile(await Video.findOrFail(video.id))
    await put(video, 'Trong lúc làm')
    assert.deepEqual(
      await keysUnder((await Revision.findOrFail(received.revisionId)).privatePrefix),
      [],
      'no tree is touched before it is whole'
    )
    await finish(received)
    const replacement = await Revision.findOrFail(received.revisionId)
    assert.lengthOf(await keysUnder(replacement.privatePrefix), 2)
    await put(video, 'Khi đang chờ')
    const [digest] = (await keysUnder(replacement.privatePrefix)).filter((key) => key.endsWith('.vtt'))
    assert.equal((await shown(video)).file, digest)
    assert.isNull((await shown(video, replacement.id)).multivariant)
  })

  test('are refused as a whole where nobody may change them', async ({ assert, cleanup }) => {
    const owner = await givenUser('producer')
    const video = await givenPublishedVideo({ ownerId: owner.id })
    cleanup(() => dropTrees(video))
    const revision = await givenTree(video)
    const path = `/api/v1/videos/${video.id}/captions/vi`
    assert.equal((await sendText(path, vtt('Không được'), { user: owner })).status, 403)
    assert.deepEqual(await keysUnder(revision.publicPrefix), [])
    assert.lengthOf(await CaptionTrack.query().where('videoId', video.id), 0)
  })
})
