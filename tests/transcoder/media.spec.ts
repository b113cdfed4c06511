import { stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { test } from '@japa/runner'
import { fixture, picture, quickH264, tone } from './support/fixtures.js'
import { inspect, parsedPlaylist } from './support/inspect.js'
import { ordinaryTranscoded, transcoded } from './support/trial.js'

test.group('An ordinary source', () => {
  test('becomes a tree whose playlists an independent parser can follow to every file', async (context) => {
    const { assert } = context
    const { directory, result, files } = await ordinaryTranscoded()

    const main = await parsedPlaylist(directory, result.playlistName)
    assert.isTrue(main.independentSegments)
    assert.sameMembers(
      main.playlists!.map(({ uri }) => uri),
      ['v360/media.m3u8', 'v240/media.m3u8']
    )
    const beside = [
      'download.mp4',
      'sound.m4a',
      'sound.mp3',
      'storyboard/sheet-001.jpg',
      'storyboard/track.vtt',
    ]
    const named = new Set([result.playlistName, result.posterName, ...beside])
    for (const { uri } of main.iFramePlaylists!) named.add(uri)
    const [sound] = Object.values(main.mediaGroups!.AUDIO).flatMap((group) => Object.values(group))
    for (const uri of [...main.playlists!.map((playlist) => playlist.uri), sound!.uri!]) {
      const media = await parsedPlaylist(directory, uri)
      named.add(uri)
      assert.isTrue(media.endList)
      assert.deepEqual(media.discontinuityStarts, [])
      for (const { uri: segment, map, duration } of media.segments) {
        assert.isAtMost(Math.round(duration), media.targetDuration!)
        named.add(join(dirname(uri), segment)).add(join(dirname(uri), map!.uri))
      }
    }
    // Who watched while it was made heard the first sound; what stays is as loud as it should be
    assert.equal(sound!.uri, 'audio-2/media.m3u8')
    assert.sameMembers(
      files.map(({ name }) => name),
      [...named, 'audio/init.mp4', 'audio/seg-00001.m4s', 'audio/media.m3u8']
    )
    for (const { path, sizeBytes } of files) assert.equal((await stat(path)).size, sizeBytes)
  })

  test('is 8-bit 4:2:0 H.264 with square pixels on every rung, and AAC at 48 kHz', async (context) => {
    const { assert } = context
    const { directory, result } = await ordinaryTranscoded()
    for (const [index, size] of ['640x360', '426x240'].entries()) {
      const { name } = result.renditions[index]!
      const stream = await inspect(join(directory, name, 'media.m3u8'))
      assert.equal(`${stream.width}x${stream.height}`, size)
      assert.deepInclude(stream, {
        codec_name: 'h264',
        profile: 'High',
        pix_fmt: 'yuv420p',
        sample_aspect_ratio: '1:1',
        color_range: 'tv',
        color_space: 'bt709',
        r_frame_rate: '30/1',
        frames: 60,
      })
      assert.equal(Number(stream.start_time), 0)
    }
    const audio = await inspect(join(directory, 'audio', 'media.m3u8'))
    assert.deepInclude(audio, { codec_name: 'aac', profile: 'LC', channels: 2, sample_rate: '48000' })
    assert.equal(Number(audio.start_time), 0)
    assert.approximately(result.durationSeconds, 2, 0.001)
  })

  test('announces no less bandwidth than its highest segment takes', async (context) => {
    const { assert } = context
    const { directory, result, files } = await ordinaryTranscoded()
    const peak = (rendition: string) =>
      Math.max(
        ...files
          .filter((file) => file.rendition === rendition && file.kind === 'segment')
          .map(({ sizeBytes, durationSeconds }) => (sizeBytes * 8) / durationSeconds!)
      )
    const { playlists } = await parsedPlaylist(directory, result.playlistName)
    for (const { uri, attributes } of playlists!) {
      assert.isAtLeast(attributes.BANDWIDTH, Math.floor(peak(dirname(uri)) + peak('audio')))
      assert.isAtMost(Number(attributes['AVERAGE-BANDWIDTH']), attributes.BANDWIDTH)
      assert.match(attributes.CODECS, /^avc1\.6400[0-9a-f]{2},mp4a\.40\.2$/)
    }
  })

  test('is handed over as it is made: playlists last, init before its segments, progress upwards', async (context) => {
    const { assert } = context
    const { files, result, progress } = await ordinaryTranscoded()
    const kinds = files.map(({ kind }) => kind)
    assert.deepEqual(
      kinds.slice(kinds.indexOf('playlist')),
      kinds.filter((kind) => kind === 'playlist')
    )
    assert.equal(files.at(-1)!.name, result.playlistName)
    for (const { name } of result.renditions) {
      const own = files.filter((file) => file.rendition === name)
      assert.equal(own[0]!.kind, 'init')
      assert.deepEqual(
        own.flatMap(({ sequence }) => sequence ?? []),
        own.filter(({ kind }) => kind === 'segment').map((_, index) => index + 1)
      )
    }
    assert.deepEqual(progress, [...progress].sort())
    assert.equal(progress.at(-1), 1)
  })
})

test.group('Segments', () => {
  test('start together on all rungs, quick ones first, then of four seconds', async (context) => {
    const { assert } = context
    const source = await fixture('ten-seconds.mp4', [...picture('854x480', 30, 10), ...quickH264])
    const { directory, result } = await transcoded(context.test, source)
    const durations = await Promise.all(
      result.renditions.map(async ({ name }) =>
        (await parsedPlaylist(directory, name, 'media.m3u8')).segments.map(({ duration }) => duration)
      )
    )
    assert.deepEqual(durations[0], [0.5, 0.5, 1, 2, 4, 2])
    for (const others of durations.slice(1)) assert.deepEqual(others, durations[0])
  })

  test('of a 59.94 source stay together although the low rungs run at half the rate', async (context) => {
    const { assert } = context
    const source = await fixture('fast.mp4', [
      ...['-f', 'lavfi', '-i', 'testsrc2=size=1280x720:rate=60000/1001:duration=4.5'],
      ...quickH264,
    ])
    const { directory, result } = await transcoded(context.test, source)
    const [high, low] = ['v720', 'v480'].map((name) => result.renditions.find((one) => one.name === name)!)
    assert.approximately(high!.frameRate!, 59.94, 0.01)
    assert.approximately(low!.frameRate!, 29.97, 0.01)
    for (const { name } of result.renditions) {
      const { segments } = await parsedPlaylist(directory, name, 'media.m3u8')
      assert.deepEqual(
        segments.slice(0, -1).map(({ duration }) => duration),
        [0.5005, 0.5005, 1.001, 2.002]
      )
    }
  })
})

test.group('Sound', () => {
  test('of one channel stays mono', async (context) => {
    const source = await fixture('mono.mp4', [...picture('320x240', 25, 1), ...tone('mono', 1), ...quickH264])
    const { directory } = await transcoded(context.test, source)
    context.assert.equal((await inspect(join(directory, 'audio/media.m3u8'))).channels, 1)
  })

  test('of six channels becomes stereo', async (context) => {
    const source = await fixture('surround.mkv', [
      ...picture('320x240', 25, 1),
      ...tone('5.1', 1),
      ...quickH264,
      ...['-c:a', 'ac3'],
    ])
    const { directory } = await transcoded(context.test, source)
    context.assert.equal((await inspect(join(directory, 'audio/media.m3u8'))).channels, 2)
  })

  test('may be missing', async (context) => {
    const source = await fixture('silent-film.mp4', [...picture('320x240', 25, 1), ...quickH264])
    const { directory, result } = await transcoded(context.test, source)
    context.assert.isFalse(result.hasAudio)
    const { playlists } = await parsedPlaylist(directory, result.playlistName)
    context.assert.isUndefined(playlists![0]!.attributes.AUDIO)
  })
})
