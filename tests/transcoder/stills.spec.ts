import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { storyboardTrack } from '../../transcoder/src/storyboard_track.js'
import { pictureScore } from '../../transcoder/src/picture_score.js'
import { fixture, picture, quickH264 } from './support/fixtures.js'
import { inspect, parsedPlaylist, pixels } from './support/inspect.js'
import { codes } from './support/probes.js'
import { ordinaryTranscoded, scratch, transcoded } from './support/trial.js'

test.group('The poster', () => {
  test('is not black where the film begins and ends in black', async (context) => {
    const source = await fixture('fades.mp4', [
      ...picture('320x240', 25, 12),
      ...['-vf', "drawbox=color=black:t=fill:enable='lt(t,4)+gt(t,8.1)'", ...quickH264],
    ])
    const { directory, result } = await transcoded(context.test, source)
    const grey = await pixels(join(directory, result.posterName), '16x16', 'gray')
    context.assert.isAbove(grey.reduce((sum, value) => sum + value, 0) / grey.length, 30)
  })

  test('is a JPEG of at most 1280 on its long side', async (context) => {
    const source = await fixture('wide.mp4', [...picture('1600x900', 10, 1), ...quickH264])
    const { directory, result } = await transcoded(context.test, source)
    const poster = await inspect(join(directory, result.posterName))
    context.assert.deepInclude(poster, { codec_name: 'mjpeg', width: 1280, height: 720 })
  })

  test('prefers contrast to darkness and sharpness to blur', ({ assert }) => {
    const picture = (at: (x: number, y: number) => number) =>
      Uint8Array.from({ length: 256 }, (_, index) => at(index % 16, Math.floor(index / 16)))
    const black = pictureScore(
      picture(() => 16),
      16
    )
    const blurred = pictureScore(
      picture((x) => 60 + 8 * x),
      16
    )
    const sharp = pictureScore(
      picture((x, y) => (((x >> 1) + (y >> 1)) % 2 ? 200 : 40)),
      16
    )
    assert.isBelow(black, blurred)
    assert.isBelow(blurred, sharp)
  })
})

test.group('The storyboard', () => {
  test('has one small picture for each step, where its track says', async (context) => {
    // Red for two seconds, then blue.
    const source = await fixture('red-then-blue.mp4', [
      ...['-f', 'lavfi', '-i', 'color=red:size=320x180:rate=25:duration=2'],
      ...['-f', 'lavfi', '-i', 'color=blue:size=320x180:rate=25:duration=2.4'],
      ...['-filter_complex', '[0][1]concat', ...quickH264],
    ])
    const { directory } = await transcoded(context.test, source)
    const track = await readFile(join(directory, 'storyboard/track.vtt'), 'utf8')
    const cues = [...track.matchAll(/(\S+) --> (\S+)\n(\S+)#xywh=(\d+),(\d+),(\d+),(\d+)/g)]
    context.assert.deepEqual(
      cues.map(([, from, to]) => `${from} ${to}`),
      [
        '00:00:00.000 00:00:01.000',
        '00:00:01.000 00:00:02.000',
        '00:00:02.000 00:00:03.000',
        '00:00:03.000 00:00:04.000',
        '00:00:04.000 00:00:04.400',
      ]
    )
    const colours = await Promise.all(
      cues.map(async ([, , , sheet, x, y, width, height]) => {
        const crop = `crop=${width}:${height}:${x}:${y}`
        const [red, , blue] = await pixels(join(directory, 'storyboard', sheet!), '1x1', 'rgb24', [], crop)
        return red! > blue! ? 'red' : 'blue'
      })
    )
    context.assert.deepEqual(colours, ['red', 'red', 'blue', 'blue', 'blue'])
  })

  test('goes on over as many sheets as it takes', ({ assert }) => {
    const board = { everyFrames: 25, tileWidth: 160, tileHeight: 90, columns: 2, rows: 2 }
    const track = storyboardTrack(board, 25, 3_605)
    assert.include(track, '01:00:04.000 --> 01:00:05.000\nsheet-902.jpg#xywh=0,0,160,90')
    assert.include(track, '00:00:03.000 --> 00:00:04.000\nsheet-001.jpg#xywh=160,90,160,90')
  })
})

test.group('I-frame playlists', () => {
  test('point at bytes that decode to one picture each', async (context) => {
    const { directory } = await ordinaryTranscoded()
    const { iFramesOnly, segments } = await parsedPlaylist(directory, 'v240/iframes.m3u8')
    context.assert.isTrue(iFramesOnly)
    const all = await parsedPlaylist(directory, 'v240/media.m3u8')
    context.assert.equal(segments.length, all.segments.length)
    const init = await readFile(join(directory, 'v240/init.mp4'))
    for (const { uri, byterange } of segments) {
      const bytes = await readFile(join(directory, 'v240', uri))
      const part = bytes.subarray(byterange!.offset, byterange!.offset + byterange!.length)
      const path = join(await scratch(context.test), 'one.mp4')
      await writeFile(path, Buffer.concat([init, part]))
      const pixelsOfOne = await pixels(path, '8x8', 'gray', ['-frames:v', '1'])
      context.assert.equal(pixelsOfOne.length, 64)
    }
  })
})

test.group('What is beside the stream', () => {
  test('is an MP4 with picture and sound, and the sound alone', async (context) => {
    const { directory } = await ordinaryTranscoded()
    const frames = await pixels(join(directory, 'download.mp4'), '2x2', 'gray')
    context.assert.equal(frames.length / 4, 60)
    context.assert.deepInclude(await inspect(join(directory, 'sound.m4a')), {
      codec_name: 'aac',
      channels: 2,
    })
    context.assert.deepInclude(await inspect(join(directory, 'sound.mp3')), {
      codec_name: 'mp3',
      channels: 2,
    })
  })
})

test.group('Rungs', () => {
  test('that take as much as the one above are left out', async (context) => {
    const source = await fixture('slide.mp4', [
      ...['-f', 'lavfi', '-i', 'color=gray:size=640x480:rate=25:duration=6', ...quickH264],
    ])
    const { result } = await transcoded(context.test, source)
    context.assert.isBelow(result.renditions.length, 3)
    context.assert.equal(result.renditions[0]!.name, 'v480')
    context.assert.include(codes(result.decisions), 'rung_left_out')
  })
})

test.group('A head start', () => {
  test('gives the lowest rung first, and its segments fit those that follow', async (context) => {
    const source = await fixture('ten-seconds-720.mp4', [...picture('1280x720', 25, 10), ...quickH264])
    const { directory, files, result } = await transcoded(context.test, source)
    const first = files.find(({ kind }) => kind === 'segment')!
    context.assert.equal(first.name, 'v240/seg-00001.m4s')
    context.assert.include(first.path, '/head/')
    const low = files.filter(({ rendition, kind }) => rendition === 'v240' && kind === 'segment')
    context.assert.isFalse(low.at(-1)!.path.includes('/head/'))
    context.assert.notInclude(codes(result.decisions), 'no_head_start')

    // What a player gets is the delivered files: they decode without a gap.
    await mkdir(join(directory, 'delivered/v240'), { recursive: true })
    for (const file of files.filter(({ rendition }) => rendition === 'v240')) {
      await copyFile(file.path, join(directory, 'delivered', file.name))
    }
    const stream = await inspect(join(directory, 'delivered/v240/media.m3u8'))
    context.assert.equal(stream.frames, 250)
  })
})
