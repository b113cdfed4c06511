import { setTimeout as sleep } from 'node:timers/promises'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import type User from '#app/accounts/user'
import { storage } from '#app/core/media_storage'
import queue from '#app/jobs/service'
import { hideVideo, publishVideo } from '#app/review/publish_video'
import { posterJob } from '#app/transcoding/choose_poster'
import { posterWorker } from '#app/transcoding/poster_worker'
import Rendition from '#app/videos/rendition'
import ReviewRecord from '#app/videos/review_record'
import Revision from '#app/videos/revision'
import Video from '#app/videos/video'
import { assertAnswers, codeOf } from '#tests/helpers/answers'
import { givenConsent } from '#tests/helpers/consents'
import { givenEverybody, givenUser } from '#tests/helpers/people'
import { as, statusesFor } from '#tests/helpers/requests'
import { dropTrees } from '#tests/helpers/trees'
import { givenVideo } from '#tests/helpers/videos'
import { fixture, quickH264 } from '../../transcoder/support/fixtures.js'
import { pixels } from '../../transcoder/support/inspect.js'
import { transcodedOnce } from '../../transcoder/support/trial.js'

type Cleanup = (done: () => Promise<void>) => void

const put = (client: ApiClient, user: User | null, video: Video, body: object) =>
  as(user, client.put(`/api/v1/videos/${video.id}/poster`).json(body))
const seenBy = async (client: ApiClient, user: User, video: Video) =>
  (await as(user, client.get(`/api/v1/videos/${video.id}`))).body().data

/** Red for two seconds, then blue, made as uploads are. */
const redThenBlue = () =>
  fixture('poster-film.mp4', [
    ...['-f', 'lavfi', '-i', 'color=red:size=320x240:rate=25:duration=2'],
    ...['-f', 'lavfi', '-i', 'color=blue:size=320x240:rate=25:duration=2'],
    ...['-filter_complex', '[0][1]concat', ...quickH264],
  ])

async function givenFilm(cleanup: Cleanup, fields: Partial<Video> = {}) {
  const owner = await givenUser('producer')
  const video = await givenVideo({ ownerId: owner.id, ...fields } as object)
  cleanup(async () => {
    await Video.query().where('id', video.id).delete()
    await dropTrees(video)
  })
  const revision = await Revision.findOrFail(video.currentRevisionId)
  await revision.merge({ tree: 'made', durationSeconds: 4 }).save()
  const { files, result } = await transcodedOnce('poster-film', redThenBlue)
  for (const { name, path, contentType } of files)
    await storage.putFile(revision.privatePrefix + name, path, { contentType })
  await revision.merge({ files: { playlist: result.playlistName, poster: result.posterName } }).save()
  for (const { name, kind, width, height, codecs, bandwidthBps, averageBandwidthBps } of result.renditions) {
    const rates = { codecs, bandwidthBps, averageBandwidthBps }
    await Rendition.create({ revisionId: revision.id, name, kind, width: width!, height: height!, ...rates })
  }
  return { owner, video, revision }
}

async function settled(video: Video) {
  for (;;) {
    const revision = await Revision.findOrFail(video.currentRevisionId)
    if (revision.posterState !== 'making') return revision
    await sleep(50)
  }
}

async function colourOf(bytes: Buffer | ArrayBuffer) {
  const path = join(await mkdtemp(join(tmpdir(), 'hub-poster-')), 'poster.jpg')
  await writeFile(path, Buffer.from(bytes as ArrayBuffer))
  const [red, , blue] = await pixels(path, '1x1', 'rgb24')
  await rm(join(path, '..'), { recursive: true })
  return red! > blue! ? 'red' : 'blue'
}

test.group('PUT /videos/:id/poster', (group) => {
  group.setup(async () => {
    const working = await queue.work(posterJob, posterWorker, { concurrency: 1 })
    return () => working.stop()
  })

  test('forbids everybody but the owner, while it is theirs to edit, and the editors', async ({
    client,
    assert,
    cleanup,
  }) => {
    const { owner, video } = await givenFilm(cleanup)
    const people = { ...(await givenEverybody()), owner }
    const ask = () => client.put(`/api/v1/videos/${video.id}/poster`).json({ atSeconds: null })
    assert.deepEqual(await statusesFor(people, ask), {
      ...{ nobody: 404, producer: 404, owner: 202, editor: 202, administrator: 202 },
    })
    await video.merge({ status: 'in_review' }).save()
    assert.deepEqual(await statusesFor({ owner, editor: people.editor }, ask), { owner: 403, editor: 202 })
  })

  test('refuses seconds that there are not, and videos without a picture', async ({
    client,
    assert,
    cleanup,
  }) => {
    const { owner, video } = await givenFilm(cleanup)
    for (const body of [{}, { atSeconds: -1 }, { atSeconds: '1' }, { atSeconds: 1e9 }, { atSeconds: [1] }])
      assert.equal((await put(client, owner, video, body)).status(), 422, JSON.stringify(body))
    assert.equal(codeOf(await put(client, owner, video, { atSeconds: 4.2 })), 'E_POSTER_BEYOND_END')
    await Rendition.query().where('revisionId', video.currentRevisionId!).update({ kind: 'audio' })
    const sound = await put(client, owner, video, { atSeconds: 1 })
    assert.deepEqual([sound.status(), codeOf(sound)], [409, 'E_NO_PICTURE'])
    assert.lengthOf(
      await ReviewRecord.query().where('videoId', video.id).where('action', 'like', 'poster%'),
      0
    )
  })

  test('shows the picture of that very moment, and goes back to the one that was chosen', async ({
    client,
    assert,
    cleanup,
  }) => {
    const { owner, video, revision } = await givenFilm(cleanup)
    const addresses: string[] = []
    for (const { atSeconds, colour } of [
      { atSeconds: 1.98, colour: 'red' },
      { atSeconds: 2, colour: 'blue' },
      { atSeconds: 4, colour: 'blue' },
      { atSeconds: 0, colour: 'red' },
    ]) {
      const answer = await put(client, owner, video, { atSeconds })
      assert.equal(answer.status(), 202)
      assert.equal(answer.body().data.state, 'making')
      await settled(video)
      const seen = await seenBy(client, owner, video)
      assertAnswers('Video', seen)
      assert.deepEqual(seen.poster, { atSeconds, state: 'shown' })
      const path = new URL(seen.playback.posterUrl).pathname
      const picture = await as(owner, client.get(path))
      assert.equal(await colourOf(picture.body()), colour, `at ${atSeconds}`)
      ;(await client.get(path)).assertStatus(404)
      addresses.push(path)
    }
    assert.lengthOf(new Set(addresses), 4, 'caches keep pictures, so that each has an address of its own')
    ;(await as(owner, client.get(addresses[0]!))).assertStatus(404)

    const back = await put(client, owner, video, { atSeconds: null })
    assert.deepEqual(back.body().data, { id: video.id, atSeconds: null, state: 'shown' })
    assert.match((await seenBy(client, owner, video)).playback.posterUrl, /\/poster\.jpg$/)
    const records = await ReviewRecord.query().where('videoId', video.id).orderBy('at').orderBy('id')
    assert.deepEqual(
      records.map(({ action, atSeconds, actorId }) => [action, atSeconds, actorId === owner.id]),
      [
        ['poster_chosen', 1.98, true],
        ['poster_chosen', 2, true],
        ['poster_chosen', 4, true],
        ['poster_chosen', 0, true],
        ['poster_reset', null, true],
      ]
    )
    const left: string[] = []
    for await (const { key } of storage.list(revision.privatePrefix))
      if (/poster-.*jpg$/.test(key)) left.push(key)
    assert.isEmpty(left)
  })

  test('replaces the public picture too, and leaves none in public once it is taken down', async ({
    client,
    assert,
    cleanup,
  }) => {
    const { video, revision } = await givenFilm(cleanup, { status: 'approved' })
    const editor = await givenUser('editor')
    await put(client, editor, video, { atSeconds: 3 })
    await settled(video)
    await givenConsent(video)
    await publishVideo(await Video.findOrFail(video.id), editor)
    const { posterUrl } = (await seenBy(client, editor, video)).playback
    assert.equal(await colourOf(await (await fetch(posterUrl)).arrayBuffer()), 'blue')

    await put(client, editor, video, { atSeconds: 1 })
    await settled(video)
    const now = (await seenBy(client, editor, video)).playback.posterUrl
    assert.equal(await colourOf(await (await fetch(now)).arrayBuffer()), 'red')
    assert.equal((await fetch(posterUrl)).status, 404)

    await hideVideo(await Video.findOrFail(video.id), 'withdraw', editor)
    await put(client, editor, video, { atSeconds: 3.5 })
    await settled(video)
    const left: string[] = []
    for await (const { key } of storage.list(revision.publicPrefix)) left.push(key)
    assert.isEmpty(left)
  })

  test('says so where it could not be made, and keeps what was shown', async ({
    client,
    assert,
    cleanup,
  }) => {
    const { owner, video, revision } = await givenFilm(cleanup)
    for await (const { key } of storage.list(revision.privatePrefix))
      if (key.endsWith('.m4s')) await storage.put(key, 'these are no pictures')
    await put(client, owner, video, { atSeconds: 1 })
    await posterWorker.exhausted(
      { id: 'job', name: posterJob, attempt: 4, payload: await payloadOf(video) },
      'four times'
    )
    const seen = await seenBy(client, owner, video)
    assert.deepEqual(seen.poster, { atSeconds: null, state: 'failed' })
    assert.match(seen.playback.posterUrl, /\/poster\.jpg$/)
  })
})

async function payloadOf(video: Video) {
  const { id, posterRequest } = await Revision.findOrFail(video.currentRevisionId)
  return { revisionId: id, request: posterRequest!, atSeconds: 1 }
}
