import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { bytesFixture, fixture, ordinary, picture, quickH264, withMatrix } from './support/fixtures.js'
import { inspect, pixels } from './support/inspect.js'
import { codes } from './support/probes.js'
import { transcoded } from './support/trial.js'

/** A picture whose left half is red and whose right half is blue. */
const halves =
  'color=red:size=160x180:rate=25:duration=1[a];color=blue:size=160x180:rate=25:duration=1[b];[a][b]hstack'
const redAndBlue = () =>
  fixture('halves.mp4', ['-f', 'lavfi', '-i', halves, ...quickH264, '-colorspace', 'smpte170m'])

/** The colours of the four corners of a picture's first frame. */
async function corners(path: string) {
  const image = await pixels(path, '4x4', 'rgb24', ['-frames:v', '1'])
  return [0, 3, 12, 15].map((at) => (image[at * 3]! > 128 ? 'red' : image[at * 3 + 2]! > 128 ? 'blue' : '?'))
}

test.group('A picture', () => {
  test('that lies on its side is turned upright: {name}')
    .with([
      { name: 'clockwise', matrix: [0, 1, -1, 0], size: '180x320', look: ['red', 'red', 'blue', 'blue'] },
      {
        name: 'counterclockwise',
        matrix: [0, -1, 1, 0],
        size: '180x320',
        look: ['blue', 'blue', 'red', 'red'],
      },
      { name: 'upside down', matrix: [-1, 0, 0, -1], size: '320x180', look: ['blue', 'red', 'blue', 'red'] },
      { name: 'mirrored', matrix: [-1, 0, 0, 1], size: '320x180', look: ['blue', 'red', 'blue', 'red'] },
    ])
    .run(async (context, { name, matrix, size, look }) => {
      const source = await withMatrix(
        `${name}.mp4`,
        await redAndBlue(),
        matrix as [number, number, number, number]
      )
      const { directory, result } = await transcoded(context.test, source)
      const path = join(directory, result.renditions[0]!.name, 'media.m3u8')
      const { width, height } = await inspect(path)
      context.assert.equal(`${width}x${height}`, size)
      context.assert.deepEqual(await corners(path), look)
      context.assert.equal(result.orientation, width > height ? 'landscape' : 'portrait')
    })

  test('{name} comes out as {size} in plain H.264')
    .with([
      { name: 'portrait', size: '360x640', args: picture('360x640', 25, 1) },
      {
        name: 'with odd sides',
        size: '354x200',
        args: [...picture('355x201', 25, 1), '-pix_fmt', 'yuv444p'],
      },
      {
        name: 'of 10 bits',
        size: '320x240',
        args: [...picture('320x240', 25, 1), '-pix_fmt', 'yuv420p10le'],
      },
      { name: 'of 4:2:2', size: '320x240', args: [...picture('320x240', 25, 1), '-pix_fmt', 'yuv422p'] },
      {
        name: 'with wide pixels',
        size: '640x240',
        args: [...picture('320x240', 25, 1), '-vf', 'setsar=2/1'],
      },
      {
        name: 'of one pixel',
        size: '2x2',
        args: [...picture('64x64', 5, 1), '-vf', 'format=yuv444p,crop=1:1'],
      },
      {
        name: 'of full range',
        size: '320x240',
        args: [...picture('320x240', 25, 1), '-pix_fmt', 'yuvj420p'],
      },
    ])
    .run(async (context, { name, size, args }) => {
      const source = await fixture(`${name}.mp4`, [...args, '-c:v', 'libx264', '-preset', 'ultrafast'])
      const { directory, result } = await transcoded(context.test, source)
      const stream = await inspect(join(directory, result.renditions[0]!.name, 'media.m3u8'))
      context.assert.equal(`${stream.width}x${stream.height}`, size)
      context.assert.deepInclude(stream, {
        codec_name: 'h264',
        profile: 'High',
        pix_fmt: 'yuv420p',
        sample_aspect_ratio: '1:1',
        color_range: 'tv',
      })
    })

  test('of full range keeps its light grey', async (context) => {
    const grey = 'color=0xe0e0e0:size=320x240:rate=25:duration=1'
    const source = await fixture('grey.mp4', [
      ...['-f', 'lavfi', '-i', grey, '-pix_fmt', 'yuvj420p', '-color_range', 'pc'],
      ...['-c:v', 'libx264'],
    ])
    const { directory } = await transcoded(context.test, source)
    const image = await pixels(join(directory, 'v240/media.m3u8'), '4x4', 'rgb24', ['-frames:v', '1'])
    for (const value of image) context.assert.approximately(value, 224, 6)
  })

  test('of HDR ({name}) becomes SDR in which white is bright and grey in the middle')
    .with([
      { name: 'hlg', transfer: 'arib-std-b67' },
      { name: 'pq', transfer: 'smpte2084' },
    ])
    .run(async (context, { name, transfer }) => {
      const params = `colorprim=bt2020:transfer=${transfer}:colormatrix=bt2020nc:log-level=none`
      const source = await fixture(`${name}.mp4`, [
        ...['-f', 'lavfi', '-i', 'color=0x909090:size=320x240:rate=25:duration=1'],
        ...['-pix_fmt', 'yuv420p10le', '-c:v', 'libx265', '-preset', 'ultrafast', '-x265-params', params],
        ...['-color_primaries', 'bt2020', '-color_trc', transfer, '-colorspace', 'bt2020nc'],
      ])
      const { directory, result } = await transcoded(context.test, source)
      context.assert.include(codes(result.decisions), 'tone_mapped')
      const path = join(directory, 'v240/media.m3u8')
      context.assert.deepInclude(await inspect(path), { pix_fmt: 'yuv420p', color_space: 'bt709' })
      const [red, green, blue] = await pixels(path, '1x1', 'rgb24', ['-frames:v', '1'])
      context.assert.approximately(red!, green!, 4)
      context.assert.approximately(blue!, green!, 4)
      context.assert.isAbove(green!, 90)
      context.assert.isBelow(green!, 225)
    })

  test('that is interlaced is woven no longer', async (context) => {
    const source = await fixture('interlaced.ts', [
      ...['-f', 'lavfi', '-i', 'testsrc2=size=640x480:rate=50:duration=1'],
      ...['-vf', 'tinterlace=interleave_top,setfield=tff', '-c:v', 'mpeg2video', '-flags', '+ilme+ildct'],
      ...['-b:v', '4M'],
    ])
    const { directory, result } = await transcoded(context.test, source)
    context.assert.include(codes(result.decisions), 'deinterlaced')
    const stream = await inspect(join(directory, 'v480/media.m3u8'))
    context.assert.deepInclude(stream, { frames: 25, r_frame_rate: '25/1' })
  })

  test('of a varying rate becomes constant and lasts as long', async (context) => {
    const source = await fixture('varying.mkv', [
      ...picture('320x240', 30, 3),
      ...['-vf', "select='lt(t,1)+not(mod(n,7))'", '-vsync', 'vfr', ...quickH264],
    ])
    const { directory, result } = await transcoded(context.test, source)
    context.assert.approximately(result.durationSeconds, 3, 0.25)
    const stream = await inspect(join(directory, 'v240/media.m3u8'))
    context.assert.equal(stream.r_frame_rate, '30/1')
    context.assert.equal(stream.frames, Math.round(result.durationSeconds * 30))
  })

  test('with alpha is shown over black', async (context) => {
    const source = await fixture('transparent.webm', [
      ...['-f', 'lavfi', '-i', 'color=red@0.0:size=320x240:rate=10:duration=1,format=yuva420p'],
      ...['-c:v', 'libvpx-vp9', '-cpu-used', '8', '-deadline', 'realtime'],
    ])
    const { directory } = await transcoded(context.test, source)
    const image = await pixels(join(directory, 'v240/media.m3u8'), '2x2', 'rgb24', ['-frames:v', '1'])
    for (const value of image) context.assert.isBelow(value, 6)
  })

  test('that ends early plays as far as it goes', async (context) => {
    const whole = await readFile(
      await fixture('whole.mkv', [...picture('320x240', 25, 4), ...quickH264, '-g', '25'])
    )
    const source = await bytesFixture('cut.mkv', whole.subarray(0, whole.length / 2))
    const { directory, result } = await transcoded(context.test, source)
    context.assert.isAbove(result.durationSeconds, 1)
    context.assert.isBelow(result.durationSeconds, 3.5)
    const stream = await inspect(join(directory, 'v240/media.m3u8'))
    context.assert.equal(stream.frames, Math.round(result.durationSeconds * 25))
  })

  test('that changes its size midway keeps the size and the clock it began with', async (context) => {
    const parts = await Promise.all(
      ['320x240', '640x480'].map(async (size) =>
        readFile(await fixture(`part-${size}.ts`, [...picture(size, 25, 1), ...quickH264]))
      )
    )
    const source = await bytesFixture('changing.ts', Buffer.concat(parts))
    const { directory, result } = await transcoded(context.test, source)
    const stream = await inspect(join(directory, 'v240/media.m3u8'))
    context.assert.equal(`${stream.width}x${stream.height}`, '320x240')
    context.assert.approximately(result.durationSeconds, 2, 0.1)
  })

  test('that starts late in its file starts at once', async (context) => {
    const source = await fixture('late.ts', [
      ...['-i', await ordinary(), '-c', 'copy', '-output_ts_offset', '30', '-muxdelay', '0'],
    ])
    const { directory, result } = await transcoded(context.test, source)
    context.assert.approximately(result.durationSeconds, 2, 0.05)
    context.assert.equal(Number((await inspect(join(directory, 'v360/media.m3u8'))).start_time), 0)
  })

  test('in a file with a hostile name is found', async (context) => {
    const bytes = await readFile(await ordinary())
    for (const name of ["te[s]t_ video ' _ %d.mp4", '-i.mp4', 'a:b;c\\d.mp4']) {
      const { result } = await transcoded(context.test, await bytesFixture(name, bytes))
      context.assert.approximately(result.durationSeconds, 2, 0.05)
    }
  })
})
