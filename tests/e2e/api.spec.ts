import { randomBytes } from 'node:crypto'
import { test } from '@japa/runner'
import { Api, publish } from '#tests/helpers/api'
import { clip } from '#tests/helpers/clips'
import { fetchAndProbe } from '#tests/helpers/hls'
import { Hub } from '#tests/helpers/hub'

test.group('A script with nothing but the public API', (group) => {
  let hub: Hub
  group.setup(async () => {
    hub = await Hub.start()
    return () => hub.stop()
  })

  test('sends a skit, sees it made, and fetches every segment before and after publication', async ({
    assert,
  }) => {
    const everybody = new Api(hub.origin)
    const producer = await everybody.as('producer')
    const editor = await everybody.as('editor')
    const id = await producer.draft('Uống rượu bia thì không lái xe')
    await producer.upload(id, 'IMG_0001.MOV', clip({ seconds: 6, size: '1280x720' }))

    const video = await producer.untilReady(id)
    assert.equal(video.status, 'ready')
    assert.closeTo(video.durationSeconds, 6, 0.05)
    assert.deepEqual([video.width, video.height, video.orientation], [1280, 720, 'landscape'])
    assert.isTrue(video.timings.firstPlayableAt <= video.timings.completedAt)

    const stranger = await everybody.fetch(video.playback.hlsUrl)
    assert.equal(stranger.status, 404)
    const made = await fetchAndProbe(producer, video.playback.hlsUrl)
    const pictures = made.filter((rendition) => rendition.height)
    assert.sameMembers(
      pictures.map((rendition) => rendition.height),
      [720, 480, 360, 240]
    )
    for (const rendition of pictures) {
      assert.equal(rendition.pixelFormat, 'yuv420p')
      assert.closeTo(rendition.durationSeconds, 6, 0.05)
    }
    assert.deepEqual(made.find((rendition) => !rendition.height)!.codecs, ['aac'])

    await publish(id, producer, editor)
    const shown = await everybody.video(id)
    assert.equal(shown.status, 'published')
    assert.lengthOf(await fetchAndProbe(everybody, shown.playback.hlsUrl), made.length)
    assert.equal((await everybody.fetch(shown.playback.posterUrl)).headers.get('content-type'), 'image/jpeg')

    await editor.call('POST', `/videos/${id}/withdrawal`, { reason: 'thử' })
    assert.equal((await everybody.fetch(shown.playback.hlsUrl)).status, 404)
  })

  test('is told in Vietnamese why a broken file is no video', async ({ assert }) => {
    const producer = await new Api(hub.origin).as('producer')
    const id = await producer.draft('Tệp hỏng')
    await producer.upload(id, 'video.mp4', randomBytes(20_000))
    const video = await producer.untilReady(id)
    assert.equal(video.status, 'failed')
    assert.equal(video.error.code, 'E_SOURCE_NOT_MEDIA')
    assert.match(video.error.message, /không phải là tệp video/)

    // A good file after the bad one leads back into the same life
    await producer.upload(id, 'video.mp4', clip({ seconds: 2, size: '426x240' }))
    assert.equal((await producer.untilReady(id)).status, 'ready')
  })
})
