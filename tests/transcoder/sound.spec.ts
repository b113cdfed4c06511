import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { correctedGain, readLoudness } from '../../transcoder/src/loudness.js'
import { bytesFixture, fixture, picture, quickH264, tone } from './support/fixtures.js'
import { inspect, parsedPlaylist, pixels, samples } from './support/inspect.js'
import { transcoded } from './support/trial.js'

/** White for a fifth of a second from second 1, and a beep with it. */
const flash =
  "color=black:size=320x240:rate=25:duration=3,drawbox=color=white:t=fill:enable='between(t,0.999,1.2)'"
const beep = "aevalsrc='if(between(t,1,1.2),sin(2*PI*1000*t),0)':sample_rate=44100:duration=3"

/** When the picture turns white, and when the sound begins, in seconds of what was made. */
async function startsOf(directory: string) {
  const grey = await pixels(join(directory, 'v240/media.m3u8'), '2x2', 'gray')
  const frame = Array.from({ length: grey.length / 4 }, (_, index) => grey[index * 4]!).findIndex(
    (value) => value > 128
  )
  const heard = (await samples(join(directory, 'audio/media.m3u8'))).findIndex(
    (value) => Math.abs(value) > 0.05
  )
  return { seen: frame / 25, heard: heard / 48_000 }
}

test.group('Sound and picture', () => {
  test('stay together within a fraction of a frame: {name}')
    .with([
      { name: 'plain.mp4', options: [] },
      { name: 'reordered.mp4', options: ['-bf', '3'] },
      { name: 'offset.ts', options: ['-output_ts_offset', '7', '-muxdelay', '0'] },
      { name: 'plain.mkv', options: [] },
    ])
    .run(async (context, { name, options }) => {
      const source = await fixture(`flash-${name}`, [
        ...['-f', 'lavfi', '-i', flash, '-f', 'lavfi', '-i', beep],
        ...quickH264,
        ...['-c:a', 'aac', ...options],
      ])
      const { directory } = await transcoded(context.test, source)
      const { seen, heard } = await startsOf(directory)
      context.assert.approximately(seen, 1, 0.041)
      context.assert.approximately(heard, seen, 0.03)
    })

  test('stay together where the sound begins later than the picture', async (context) => {
    const source = await fixture('late-sound.mkv', [
      ...['-f', 'lavfi', '-i', flash, '-itsoffset', '0.5', '-f', 'lavfi', '-i', beep],
      ...quickH264,
      ...['-c:a', 'aac'],
    ])
    const { directory } = await transcoded(context.test, source)
    const { seen, heard } = await startsOf(directory)
    context.assert.approximately(heard - seen, 0.5, 0.03)
  })
})

test.group('A sound track', () => {
  test('that goes on after the picture is heard to its end, and the last picture stays', async (context) => {
    const { assert } = context
    const source = await fixture('long-sound.mp4', [
      ...picture('320x240', 25, 1),
      ...tone('mono', 3),
      ...quickH264,
    ])
    const { directory, result } = await transcoded(context.test, source)
    assert.approximately(result.durationSeconds, 3, 0.04)
    assert.containsSubset(result.decisions, [{ code: 'last_picture_held' }])
    const stream = await inspect(join(directory, 'v240/media.m3u8'))
    assert.equal(stream.frames, 75)
    const at = (seconds: number) =>
      pixels(join(directory, 'v240/media.m3u8'), '8x6', 'gray', ['-ss', String(seconds), '-frames:v', '1'])
    const [last, held] = [await at(0.96), await at(2.9)]
    held.forEach((value, index) => assert.approximately(value, last[index]!, 6))
  })

  test('that changes its format midway goes on without a gap', async (context) => {
    const parts = await Promise.all(
      [
        { name: 'first.ts', layout: 'stereo', rate: '48000', offset: '0' },
        { name: 'second.ts', layout: 'mono', rate: '44100', offset: '2' },
      ].map(async ({ name, layout, rate, offset }) =>
        readFile(
          await fixture(name, [...tone(layout, 2), '-ar', rate, '-c:a', 'aac', '-output_ts_offset', offset])
        )
      )
    )
    const source = await bytesFixture('changing-sound.ts', Buffer.concat(parts))
    const { directory, result } = await transcoded(context.test, source)
    context.assert.approximately(result.durationSeconds, 4, 0.1)
    const heard = await samples(join(directory, 'audio/media.m3u8'))
    const quiet = Array.from({ length: 38 }, (_, tenth) => heard.subarray(tenth * 4800, (tenth + 1) * 4800))
      .map((part) => Math.max(...part.map(Math.abs)) < 0.02)
      .filter(Boolean)
    context.assert.isAtMost(quiet.length, 1)
  })
})

test.group('Loudness', () => {
  test('of what was made is corrected where it is not near enough, and can be', ({ assert }) => {
    assert.isNull(correctedGain(-15.9, 4))
    assert.approximately(correctedGain(-18, 4)!, 6.4, 0.001)
    assert.approximately(correctedGain(-12, 4)!, 0.4, 0.001)
    assert.equal(correctedGain(-20, 24), 26)
    assert.isNull(correctedGain(-20, 26))
    // Neither silence nor noise is made loud, and nothing by more than 26 dB
    assert.isNull(correctedGain(-60, 0))
    assert.equal(correctedGain(-50, 0), 26)
    assert.isNull(correctedGain(null, 0))
  })

  test('is the last figure of the log', ({ assert }) => {
    assert.equal(readLoudness('frame:0\nlavfi.r128.I=-70.000\nframe:1\nlavfi.r128.I=-23.400\n'), -23.4)
    assert.isNull(readLoudness(''))
  })
})

test.group('Several sound tracks', () => {
  test('of different languages are all offered, the default first, each with its name', async (context) => {
    const source = await fixture('languages.mkv', [
      ...picture('320x240', 25, 2),
      ...tone('mono', 2),
      ...tone('stereo', 2),
      ...tone('stereo', 2),
      ...['-map', '0', '-map', '1', '-map', '2', '-map', '3', ...quickH264, '-c:a', 'aac'],
      ...['-metadata:s:a:0', 'language=eng', '-metadata:s:a:0', 'title=English'],
      ...['-metadata:s:a:1', 'language=vie', '-metadata:s:a:1', 'title=Tiếng Việt'],
      ...['-metadata:s:a:2', 'language=vie', '-metadata:s:a:2', 'title=Lời bình'],
      ...['-disposition:a:0', '0', '-disposition:a:1', 'default', '-disposition:a:2', '0'],
    ])
    const { directory, result } = await transcoded(context.test, source)
    const { mediaGroups } = await parsedPlaylist(directory, result.playlistName)
    const [group] = Object.values(mediaGroups!.AUDIO)
    context.assert.deepEqual(
      Object.entries(group!).map(([label, { language, uri, default: isDefault }]) => [
        label,
        language,
        uri,
        isDefault,
      ]),
      [
        ['Tiếng Việt', 'vi', 'audio-2/media.m3u8', true],
        ['English', 'en', 'audio-en-2/media.m3u8', false],
      ]
    )
    context.assert.equal((await inspect(join(directory, 'audio-en-2/media.m3u8'))).channels, 1)
  })
})

test.group('A source of sound only', () => {
  test('becomes a skit with a made poster', async (context) => {
    const source = await fixture('speech.m4a', [...tone('mono', 3), '-c:a', 'aac'])
    const { directory, result, files } = await transcoded(context.test, source)
    context.assert.deepInclude(result, { hasAudio: true, orientation: 'landscape', posterName: 'poster.jpg' })
    context.assert.approximately(result.durationSeconds, 3, 0.05)
    const { playlists } = await parsedPlaylist(directory, result.playlistName)
    context.assert.deepEqual(
      playlists!.map(({ uri, attributes }) => [uri, attributes.CODECS]),
      [['audio-2/media.m3u8', 'mp4a.40.2']]
    )
    context.assert.includeMembers(
      files.map(({ name }) => name),
      ['poster.jpg', 'sound.m4a', 'sound.mp3']
    )
    const poster = await inspect(join(directory, 'poster.jpg'))
    context.assert.equal(`${poster.width}x${poster.height}`, '1280x720')
  })

  test('with a cover picture is no video', async (context) => {
    const cover = await fixture('cover.png', [...picture('320x240', 1, 1), '-frames:v', '1'])
    const source = await fixture('covered.mp3', [
      ...['-i', cover, ...tone('mono', 2)],
      ...[
        '-map',
        '1:a',
        '-map',
        '0:v',
        '-c:v',
        'copy',
        '-disposition:v',
        'attached_pic',
        '-c:a',
        'libmp3lame',
      ],
    ])
    const { result } = await transcoded(context.test, source)
    context.assert.deepEqual(
      result.renditions.map(({ kind }) => kind),
      ['audio']
    )
  })
})
