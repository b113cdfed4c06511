import { setTimeout as sleep } from 'node:timers/promises'
import { text } from 'node:stream/consumers'
import { test } from '@japa/runner'
import queue from '#app/jobs/service'
import { storage } from '#app/core/media_storage'
import { changeSiteSettings } from '#app/site/site_settings'
import { av1Job, offerAv1 } from '#app/transcoding/av1'
import { av1Worker } from '#app/transcoding/av1_worker'
import Revision from '#app/videos/revision'
import Video from '#app/videos/video'
import { clip } from '#tests/helpers/clips'
import { givenUser } from '#tests/helpers/people'
import { dropTrees } from '#tests/helpers/trees'
import { givenPublishedVideo } from '#tests/helpers/videos'

const multivariant = [
  '#EXTM3U',
  '#EXT-X-STREAM-INF:BANDWIDTH=100,AVERAGE-BANDWIDTH=90,CODECS="avc1.64001e",RESOLUTION=426x240,FRAME-RATE=30.000',
  'v240/media.m3u8',
  '',
].join('\n')

/** The real worker on the real queue, in this process; SVT-AV1 does what it does. */
test.group('AV1 of a published video', (group) => {
  group.setup(async () => {
    await storage.ensureReady()
    const working = await queue.work(av1Job, av1Worker, { concurrency: 1 })
    return async () => {
      await changeSiteSettings({ av1: false })
      await working.stop()
    }
  })

  async function givenWatched(cleanup: (done: () => Promise<void>) => void) {
    const owner = await givenUser('producer')
    const video = await givenPublishedVideo({ ownerId: owner.id })
    const revision = await Revision.findOrFail(video.currentRevisionId)
    const sourceKey = `uploads/av1-${video.id}`
    cleanup(async () => {
      await Video.query().where('id', video.id).delete()
      await dropTrees(video)
      await storage.delete(sourceKey)
    })
    await storage.put(sourceKey, clip({ seconds: 1, size: '426x240' }))
    await revision
      .merge({ sourceKey, tree: 't-1', orientation: 'landscape', files: { playlist: 'multivariant.m3u8' } })
      .save()
    for (const prefix of [revision.privatePrefix, revision.publicPrefix])
      await storage.put(`${prefix}multivariant.m3u8`, multivariant)
    return { video, revision }
  }

  const playlist = async (prefix: string) => text((await storage.get(`${prefix}multivariant.m3u8`)).stream)

  test('is made where the office wants it, and joins the playlists', async ({ assert, cleanup }) => {
    await changeSiteSettings({ av1: true })
    const { video, revision } = await givenWatched(cleanup)
    await offerAv1(video.id)
    while (!revision.files?.av1) {
      await sleep(100)
      await revision.refresh()
    }
    assert.deepEqual(revision.files.av1, ['a240'])
    for (const prefix of [revision.privatePrefix, revision.publicPrefix]) {
      const written = await playlist(prefix)
      assert.match(written, /av01\.0\.\d\dM\.08/)
      assert.include(written, '\na240/media.m3u8')
      const media = await text((await storage.get(`${prefix}a240/media.m3u8`)).stream)
      assert.include(media, '#EXT-X-ENDLIST')
      assert.isAbove((await storage.head(`${prefix}a240/seg-00001.m4s`))!.sizeBytes, 0)
    }
  })

  test('is not made where the office does not want it, or the video is not public', async ({
    assert,
    cleanup,
  }) => {
    const { video, revision } = await givenWatched(cleanup)
    await changeSiteSettings({ av1: false })
    await offerAv1(video.id)
    await changeSiteSettings({ av1: true })
    await revision.merge({ isPublic: false }).save()
    await offerAv1(video.id)
    // What stands behind them in the queue is done: they were not in it
    const { video: other, revision: done } = await givenWatched(cleanup)
    await offerAv1(other.id)
    while (!done.files?.av1) {
      await sleep(100)
      await done.refresh()
    }
    await revision.refresh()
    assert.isUndefined(revision.files!.av1)
    assert.equal(await playlist(revision.publicPrefix), multivariant)
  })
})
