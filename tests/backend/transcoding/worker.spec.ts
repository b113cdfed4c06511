import { setTimeout as sleep } from 'node:timers/promises'
import { randomBytes } from 'node:crypto'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import queue from '#app/jobs/service'
import { storage } from '#app/core/media_storage'
import { transcodeJob } from '#app/transcoding/start_transcode'
import { transcodeWorker } from '#app/transcoding/transcode_worker'
import Rendition from '#app/videos/rendition'
import Revision from '#app/videos/revision'
import Transcode from '#app/videos/transcode'
import Video from '#app/videos/video'
import { assertAnswers } from '#tests/helpers/answers'
import { clip } from '#tests/helpers/clips'
import { givenReceivedFile } from '#tests/helpers/transcodes'
import { givenUser } from '#tests/helpers/people'
import { as } from '#tests/helpers/requests'
import { dropTrees } from '#tests/helpers/trees'
import { Tus } from '#tests/helpers/tus'
import { givenVideo } from '#tests/helpers/videos'

/** The real worker on the real queue, in this process; ffmpeg does what it does. */
test.group('The worker', (group) => {
  group.setup(async () => {
    await storage.ensureReady()
    const working = await queue.work(transcodeJob, transcodeWorker, { concurrency: 1 })
    return () => working.stop()
  })

  /** A draft whose file has just arrived. */
  async function givenSent(bytes: Buffer, cleanup: (done: () => Promise<void>) => void) {
    const owner = await givenUser('producer')
    const video = await givenVideo({ ownerId: owner.id, status: 'draft' })
    await Revision.query().where('videoId', video.id).delete()
    await video.merge({ currentRevisionId: null }).save()
    const tus = await Tus.for(owner)
    cleanup(async () => {
      await Video.query().where('id', video.id).delete()
      await dropTrees(video)
      await tus.forget()
    })
    await tus.create({ videoId: video.id, size: bytes.length, body: new Uint8Array(bytes) })
    return { owner, video }
  }

  async function settled(video: Video) {
    for (;;) {
      const now = await Video.findOrFail(video.id)
      if (now.status !== 'processing') return now
      await sleep(200)
    }
  }

  test('makes of a file what can be watched, by its owner alone', async ({ client, assert, cleanup }) => {
    const { owner, video } = await givenSent(clip({ seconds: 2, size: '426x240' }), cleanup)
    const done = await settled(video)
    const seen = (await as(owner, client.get(`/api/v1/videos/${video.id}`))).body().data
    assertAnswers('Video', seen)
    assert.equal(done.status, 'ready', JSON.stringify(seen.error))
    assert.containsSubset(seen, {
      status: 'ready',
      progress: 1,
      width: 426,
      height: 240,
      orientation: 'landscape',
    })
    assert.closeTo(seen.durationSeconds, 2, 0.1)
    assert.isTrue(seen.timings.receivedAt <= seen.timings.firstPlayableAt)
    assert.isTrue(seen.timings.firstPlayableAt <= seen.timings.completedAt)

    const path = (url: string) => new URL(url).pathname
    const playlist = await as(owner, client.get(path(seen.playback.hlsUrl)))
    playlist.assertStatus(200)
    ;(await client.get(path(seen.playback.hlsUrl))).assertStatus(404)
    ;(await as(owner, client.get(path(seen.playback.posterUrl)))).assertStatus(200)

    const revision = await Revision.findOrFail(done.currentRevisionId)
    const kept: string[] = []
    for await (const { key } of storage.list(revision.privateRoot)) kept.push(key)
    assert.isTrue(kept.every((key) => key.startsWith(revision.privatePrefix)))
    assert.includeMembers(kept, [`${revision.privatePrefix}${revision.files!.playlist}`])
    const renditions = await Rendition.query().where('revisionId', revision.id)
    assert.sameMembers(
      renditions.map(({ kind }) => kind),
      ['video', 'audio']
    )
    const transcode = await Transcode.findByOrFail('revisionId', revision.id)
    assert.containsSubset(transcode.$attributes, {
      state: 'succeeded',
      attempt: 1,
      progress: 1,
      errorCode: null,
    })
  })

  test('reads a file during which a worker died in a process apart', async ({ assert, cleanup }) => {
    const owner = await givenUser('producer')
    const video = await givenVideo({ ownerId: owner.id, status: 'draft' })
    cleanup(async () => {
      await Video.query().where('id', video.id).delete()
      await dropTrees(video)
      await storage.delete(`uploads/${video.id}`)
    })
    await storage.put(`uploads/${video.id}`, clip({ seconds: 1, size: '426x240' }))
    // As a worker killed by -9 leaves it: running, and nobody runs it
    const { transcodeId } = await givenReceivedFile(video, owner, 'running')
    await video.refresh()
    await video.merge({ status: 'processing' }).save()
    await db.transaction((trx) =>
      queue.push({ name: transcodeJob, payload: { transcodeId }, fairnessKey: owner.id, priority: 0 }, trx)
    )
    await settled(video)
    const { state, decisions } = await Transcode.findOrFail(transcodeId)
    assert.equal(state, 'succeeded')
    assert.containsSubset(decisions, [{ code: 'made_apart' }])
  })

  test('says at once, and once, what is no video', async ({ client, assert, cleanup }) => {
    const { owner, video } = await givenSent(randomBytes(20_000), cleanup)
    assert.equal((await settled(video)).status, 'failed')
    const { error, permissions, playback } = (
      await as(owner, client.get(`/api/v1/videos/${video.id}`))
    ).body().data
    assert.equal(error.code, 'E_SOURCE_NOT_MEDIA')
    assert.match(error.message, /không phải là tệp video/)
    assert.deepEqual([permissions.retry, playback.hlsUrl], [true, null])
    const [transcode, ...others] = await Transcode.query().where(
      'revisionId',
      (await Video.findOrFail(video.id)).currentRevisionId!
    )
    assert.isEmpty(others)
    assert.equal(transcode!.attempt, 1)
    assert.isString(JSON.parse(transcode!.errorDetail!).message)
  })
})
