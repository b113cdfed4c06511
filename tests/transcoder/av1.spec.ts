import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type TranscodedFile, transcodeAv1, withAv1 } from '@hub/transcoder'
import { test } from '@japa/runner'
import { fixture, picture, quickH264, tone } from './support/fixtures.js'
import { inspect, parsePlaylist, parsedPlaylist } from './support/inspect.js'
import { ordinaryTranscoded, scratch } from './support/trial.js'

test.group('AV1', () => {
  test('is the same picture once more, in whole segments, handed over as it is made', async (context) => {
    const { assert } = context
    const source = await fixture('five.mp4', [
      ...picture('640x360', 30, 5),
      ...tone('stereo', 5),
      ...quickH264,
    ])
    const directory = await scratch(context.test)
    const files: TranscodedFile[] = []
    const [rendition, ...others] = await transcodeAv1({
      sourcePath: source,
      outputDirectory: directory,
      onFile: async (file) => void files.push(file),
    })
    assert.deepEqual(others, [])
    assert.deepInclude(rendition, { name: 'a360', kind: 'video', width: 640, height: 360, frameRate: 30 })
    assert.match(rendition!.codecs, /^av01\.0\.\d\dM\.08$/)
    assert.deepEqual(
      files.map(({ name }) => name),
      ['a360/init.mp4', 'a360/seg-00001.m4s', 'a360/seg-00002.m4s', 'a360/media.m3u8']
    )
    const { segments } = await parsedPlaylist(directory, 'a360', 'media.m3u8')
    assert.deepEqual(
      segments.map(({ duration }) => duration),
      [4, 1]
    )
    const stream = await inspect(join(directory, 'a360', 'media.m3u8'))
    assert.deepInclude(stream, {
      codec_name: 'av1',
      width: 640,
      height: 360,
      pix_fmt: 'yuv420p',
      frames: 150,
    })
    assert.equal(Number(stream.start_time), 0)
  })

  test('is not made of a source without a picture', async (context) => {
    const source = await fixture('sound.m4a', tone('stereo', 1))
    const attempt = transcodeAv1({ sourcePath: source, outputDirectory: await scratch(context.test) })
    await context.assert.rejects(() => attempt, 'there is no picture to make')
  })
})

test.group('AV1 variants', () => {
  const variant = {
    name: 'a360',
    kind: 'video' as const,
    width: 640,
    height: 360,
    frameRate: 30,
    codecs: 'av01.0.01M.08',
    bandwidthBps: 300_000,
    averageBandwidthBps: 200_000,
  }
  const sound = { bandwidthBps: 130_000, averageBandwidthBps: 100_000 }

  test('stand behind the H.264 ones, with the same sound, however often they are written', async ({
    assert,
  }) => {
    const { directory, result } = await ordinaryTranscoded()
    const before = await readFile(join(directory, result.playlistName), 'utf8')
    const once = withAv1(before, [variant], sound)
    assert.equal(withAv1(once, [variant], sound), once)
    assert.equal(withAv1(once, [], sound), before)
    const { playlists, iFramePlaylists } = parsePlaylist(once)
    const old = parsePlaylist(before)
    assert.deepEqual(playlists!.slice(0, -1), old.playlists)
    assert.deepEqual(iFramePlaylists, old.iFramePlaylists)
    const { uri, attributes } = playlists!.at(-1)!
    assert.equal(uri, 'a360/media.m3u8')
    assert.equal(attributes.CODECS, 'av01.0.01M.08,mp4a.40.2')
    assert.equal(attributes.BANDWIDTH, 430_000)
    assert.equal(attributes['AVERAGE-BANDWIDTH'], '300000')
    assert.equal(attributes.AUDIO, old.playlists![0]!.attributes.AUDIO)
  })

  test('are not added to sound alone', async (context) => {
    const text = '#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1,CODECS="mp4a.40.2"\naudio/media.m3u8\n'
    context.assert.equal(withAv1(text, [variant], sound), text)
  })
})
