import { join } from 'node:path'
import { test } from '@japa/runner'
import { Api, publish } from '#tests/helpers/api'
import { clip } from '#tests/helpers/clips'
import { fetchAndProbe } from '#tests/helpers/hls'
import { Hub } from '#tests/helpers/hub'

test.group('A backup', () => {
  test('restored into an empty place plays what was published, and lets the same people in', async ({
    assert,
    cleanup,
  }) => {
    const hub = await Hub.start()
    cleanup(() => hub.stop())
    const everybody = new Api(hub.origin)
    const [producer, editor] = [await everybody.as('producer'), await everybody.as('editor')]
    const id = await producer.draft('Còn mãi')
    await producer.upload(id, 'a.mp4', clip({ seconds: 2, size: '640x360' }))
    await producer.untilReady(id)
    await publish(id, producer, editor)
    const archive = join(hub.dataDir, 'hub.tar')
    hub.ace('backup', archive)

    const other = await Hub.make()
    cleanup(() => other.stop())
    other.ace('restore', archive)
    assert.throws(() => other.ace('restore', archive), /not empty/)
    await other.startServer()
    const there = new Api(other.origin, producer.token)
    const video = await there.video(id)
    assert.equal(video.status, 'published')
    assert.isNotEmpty(await fetchAndProbe(new Api(other.origin), video.playback.hlsUrl))
    assert.equal((await there.call('GET', '/auth/me')).status, 200)
  }).timeout(240_000)
})
