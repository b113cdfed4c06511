import { setTimeout as sleep } from 'node:timers/promises'
import { test } from '@japa/runner'
import { Api, publish } from '#tests/helpers/api'
import { clip } from '#tests/helpers/clips'
import { fetchAndProbe } from '#tests/helpers/hls'
import { Hub } from '#tests/helpers/hub'

test.group('A process that is killed', (group) => {
  let hub: Hub
  group.setup(async () => {
    hub = await Hub.start()
    return () => hub.stop()
  })

  test('in mid-transcode: another worker ends the same video, which is then published', async ({
    assert,
  }) => {
    const everybody = new Api(hub.origin)
    const [producer, editor] = [await everybody.as('producer'), await everybody.as('editor')]
    const id = await producer.draft('Bị ngắt giữa chừng')
    await producer.upload(id, 'dai.mp4', clip({ seconds: 20, size: '1280x720' }))
    const before = await producer.until(id, ({ progress }) => progress > 0.02)
    assert.equal(before.status, 'processing')
    await hub.end(hub.worker, 'SIGKILL')
    hub.startWorker()

    const video = await producer.untilReady(id)
    assert.equal(video.status, 'ready')
    await publish(id, producer, editor)
    const made = await fetchAndProbe(everybody, (await everybody.video(id)).playback.hlsUrl)
    for (const rendition of made) assert.closeTo(rendition.durationSeconds, 20, 0.1)
  }).timeout(240_000)

  test('by Ctrl-C in mid-transcode: the job is taken up again at the next start', async ({ assert }) => {
    const producer = await new Api(hub.origin).as('producer')
    const id = await producer.draft('Tắt máy rồi bật lại')
    await producer.upload(id, 'dai.mp4', clip({ seconds: 20, size: '1280x720' }))
    await producer.until(id, ({ progress }) => progress > 0.02)
    await hub.end(hub.worker, 'SIGINT')
    assert.equal((await producer.video(id)).status, 'processing')
    hub.startWorker()
    assert.equal((await producer.untilReady(id)).status, 'ready')
  }).timeout(240_000)

  test('in mid-upload: no byte is sent twice beyond the part that was on its way', async ({ assert }) => {
    const producer = await new Api(hub.origin).as('producer')
    const id = await producer.draft('Mất mạng giữa chừng')
    const bytes = clip({ seconds: 20, size: '1280x720' })
    const partBytes = Math.ceil(bytes.byteLength / 6)
    const location = await producer.createUpload(id, 'dai.mp4', bytes.byteLength)
    for (const offset of [0, partBytes]) {
      const answer = await producer.sendPart(
        location,
        offset,
        bytes.subarray(offset, offset + partBytes) as BodyInit
      )
      assert.equal(answer.status, 204)
    }
    // The third part is on its way, slowly, when the server dies
    const dying = producer.sendPart(
      location,
      2 * partBytes,
      slowly(bytes.subarray(2 * partBytes, 3 * partBytes))
    )
    dying.catch(() => {})
    await sleep(300)
    await hub.end(hub.server, 'SIGKILL')
    await assert.rejects(() => dying)
    await hub.startServer()

    const kept = await producer.offsetOf(location)
    assert.isAtLeast(kept, 2 * partBytes)
    assert.equal((await producer.sendPart(location, kept, bytes.subarray(kept) as BodyInit)).status, 204)
    assert.equal((await producer.untilReady(id)).status, 'ready')
  }).timeout(240_000)
})

function slowly(bytes: Buffer): ReadableStream<Uint8Array> {
  const piece = Math.ceil(bytes.byteLength / 50)
  let offset = 0
  return new ReadableStream({
    async pull(controller) {
      await sleep(50)
      if (offset >= bytes.byteLength) return controller.close()
      controller.enqueue(bytes.subarray(offset, (offset += piece)))
    },
  })
}
