import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { probe, type TranscodeResult } from '@hub/transcoder'
import { test } from '@japa/runner'
import { readSampleTable } from '../../transcoder/src/boxes/sample_table.js'
import { NotCopiable } from '../../transcoder/src/not_copiable.js'
import { planWithCopy } from '../../transcoder/src/copy_planning.js'
import { planTranscode } from '../../transcoder/src/ladder.js'
import { checkTree } from '../helpers/hls_check/check_tree.js'
import { bytesFixture, fixture, picture, tone, withMatrix } from './support/fixtures.js'
import { inspect, parsedPlaylist, pixels, samples } from './support/inspect.js'
import { codes } from './support/probes.js'
import { delivered, scratch, transcoded, transcodedOnce, type Trial } from './support/trial.js'

const run = promisify(execFile)

const bt709 = ['-color_primaries', 'bt709', '-color_trc', 'bt709', '-colorspace', 'bt709']
/** As a careful program would export it: within the cap, a keyframe every other second, tagged. */
const fitting = (more: string[] = []) => [
  ...['-c:v', 'libx264', '-preset', 'veryfast', '-pix_fmt', 'yuv420p', '-g', '50', ...bt709],
  ...['-b:v', '400k', '-maxrate', '500k', '-bufsize', '500k', '-movflags', '+faststart', ...more],
]
const small = () =>
  fixture('fitting.mp4', [
    ...[...picture('640x360', 25, 9), ...tone('stereo', 9)],
    ...[...fitting(), '-c:a', 'aac'],
  ])
const smallTranscoded = () => transcodedOnce('fitting', small)

/** The bytes of every picture as they are stored. */
async function storedPictures(path: string): Promise<string> {
  const { stdout } = await run('ffmpeg', [
    ...['-nostdin', '-v', 'error', '-i', path, '-map', '0:v', '-c', 'copy', '-f', 'streamhash', '-'],
  ])
  return stdout
}

const lengths = async ({ directory }: Trial, name: string) =>
  (await parsedPlaylist(directory, name, 'media.m3u8')).segments.map(({ duration }) => duration)
const copied = ({ decisions }: TranscodeResult) => codes(decisions).includes('copied')
const reasons = ({ decisions }: Pick<TranscodeResult, 'decisions'>) =>
  decisions.flatMap((one) => (one.code === 'not_copied' ? one.values.reason : []))

test.group('A source that fits the top rung', () => {
  test('is that rung, byte by byte, and is not encoded again', async ({ assert }) => {
    const { directory, result } = await smallTranscoded()
    assert.deepInclude(result.decisions, {
      code: 'copied',
      values: { rendition: 'v360', segments: 5, kilobitsPerSecond: rateOf(result) },
    })
    const top = join(directory, 'v360/media.m3u8')
    assert.equal(await storedPictures(top), await storedPictures(await small()))
    assert.deepInclude(await inspect(top), {
      ...{ width: 640, height: 360, frames: 225, r_frame_rate: '25/1' },
      ...{ start_time: '0.000000', color_space: 'bt709', color_range: 'tv' },
    })
  })

  test('has the rungs below cut at the same instants', async ({ assert }) => {
    const trial = await smallTranscoded()
    assert.deepEqual(await lengths(trial, 'v360'), [2, 2, 2, 2, 1])
    assert.deepEqual(await lengths(trial, 'v240'), [2, 2, 2, 2, 1])
    assert.equal((await inspect(join(trial.directory, 'v240/media.m3u8'))).frames, 225)
  })

  test('becomes a tree in which a strict reader finds nothing wrong', async ({ assert }) => {
    const trial = await smallTranscoded()
    assert.deepEqual(await checkTree(delivered(trial), trial.result.playlistName), [])
  })

  test('gives its poster, its pictures for the scrub bar and its film to take away', async (context) => {
    const { directory, files } = await smallTranscoded()
    const init = await readFile(join(directory, 'v360/init.mp4'))
    const { segments } = await parsedPlaylist(directory, 'v360/iframes.m3u8')
    for (const { uri, byterange } of segments) {
      const bytes = await readFile(join(directory, 'v360', uri))
      const path = join(await scratch(context.test), 'one.mp4')
      await writeFile(path, Buffer.concat([init, bytes.subarray(0, byterange!.length)]))
      context.assert.lengthOf(await pixels(path, '8x8', 'gray'), 64)
    }
    const names = files.map(({ name }) => name)
    context.assert.includeMembers(names, ['poster.jpg', 'storyboard/sheet-001.jpg', 'download.mp4'])
    const film = await storedPictures(join(directory, 'download.mp4'))
    context.assert.equal(film, await storedPictures(await small()))
  })

  test('may be reordered in a pyramid, run at 60 a second, and have keyframes where scenes change', async (context) => {
    const source = await fixture('pyramid.mp4', [
      ...['-f', 'lavfi', '-i', 'testsrc2=size=1280x720:rate=60:duration=2.1'],
      ...['-f', 'lavfi', '-i', 'color=red:size=1280x720:rate=60:duration=1.9'],
      ...['-filter_complex', '[0][1]concat', ...fitting(['-bf', '4', '-b_strategy', '2', '-g', '120'])],
      ...['-x264-params', 'b-pyramid=normal:keyint_min=2', '-b:v', '2M', '-maxrate', '2M', '-bufsize', '2M'],
    ])
    const trial = await transcoded(context.test, source)
    context.assert.isTrue(copied(trial.result))
    context.assert.equal(
      await storedPictures(join(trial.directory, 'v720/media.m3u8')),
      await storedPictures(source)
    )
    const { segments } = await parsedPlaylist(trial.directory, 'v240/media.m3u8')
    context.assert.deepEqual(
      segments.map(({ duration }) => duration),
      await lengths(trial, 'v720')
    )
    context.assert.deepEqual(await checkTree(delivered(trial), trial.result.playlistName), [])
    context.assert.equal((await inspect(join(trial.directory, 'v720/media.m3u8'))).frames, 240)
  })

  test('with groups of five seconds is cut at these, and says so in its playlists from the start', async (context) => {
    const source = await fixture('five-seconds.mp4', [
      ...[...picture('640x360', 25, 11), ...tone('mono', 11), ...fitting(['-g', '125']), '-c:a', 'aac'],
    ])
    let planned = 0
    const trial = await transcoded(context.test, source, {
      onPlan: ({ targetDurationSeconds }) => void (planned = targetDurationSeconds),
    })
    context.assert.isTrue(copied(trial.result))
    context.assert.equal(planned, 5)
    for (const name of ['v360', 'v240', 'audio']) {
      const { targetDuration } = await parsedPlaylist(trial.directory, name, 'media.m3u8')
      context.assert.equal(targetDuration, planned)
    }
    context.assert.deepEqual(await lengths(trial, 'v240'), [5, 5, 1])
    context.assert.deepEqual(await checkTree(delivered(trial), trial.result.playlistName), [])
  })

  test('and no other is not encoded at all, and has its storyboard nevertheless', async (context) => {
    const source = await fixture('tiny.mp4', [
      ...picture('320x180', 25, 4),
      ...fitting(['-b:v', '120k', '-maxrate', '150k', '-bufsize', '150k']),
    ])
    const trial = await transcoded(context.test, source)
    context.assert.isTrue(copied(trial.result))
    context.assert.deepEqual(
      trial.result.renditions.map(({ name }) => name),
      ['v180']
    )
    context.assert.deepEqual(await checkTree(delivered(trial), trial.result.playlistName), [])
    const board = await inspect(join(trial.directory, 'storyboard/sheet-001.jpg'))
    context.assert.equal(board.codec_name, 'mjpeg')
  })

  test('stays in step with its sound', async (context) => {
    const white = "drawbox=color=white:t=fill:enable='between(t,0.999,1.2)'"
    const source = await fixture('copied-flash.mp4', [
      ...['-f', 'lavfi', '-i', `color=black:size=640x360:rate=25:duration=3,${white}`],
      ...[
        '-f',
        'lavfi',
        '-i',
        "aevalsrc='if(between(t,1,1.2),sin(2*PI*1000*t),0)':sample_rate=44100:duration=3",
      ],
      ...[...fitting(['-bf', '3']), '-c:a', 'aac'],
    ])
    const { directory, result } = await transcoded(context.test, source)
    context.assert.isTrue(copied(result))
    const grey = await pixels(join(directory, 'v360/media.m3u8'), '2x2', 'gray')
    const seen = Array.from({ length: grey.length / 4 }, (_, frame) => grey[frame * 4]! > 128).indexOf(true)
    const heard = (await samples(join(directory, 'audio/media.m3u8'))).findIndex(
      (value) => Math.abs(value) > 0.05
    )
    context.assert.equal(seen, 25)
    context.assert.approximately(heard / 48_000, 1, 0.03)
  })
})

test.group('A source that does not fit is encoded, and it is said why:', () => {
  const made = (name: string, args: string[], input = picture('640x360', 25, 3)) =>
    fixture(`unfit-${name}`, [...input, ...args])

  const sources: { reason: string; source: () => Promise<string> }[] = [
    { reason: 'codec', source: () => made('codec.mp4', ['-c:v', 'mpeg4', '-b:v', '400k', ...bt709]) },
    { reason: 'container', source: () => made('container.mkv', fitting()) },
    { reason: 'fragmented', source: () => made('frag.mp4', fitting(['-movflags', 'frag_keyframe'])) },
    {
      reason: 'long_groups',
      source: () => made('long.mp4', fitting(['-g', '250']), picture('640x360', 25, 8)),
    },
    {
      reason: 'open_groups',
      source: () =>
        made('open.mp4', fitting(['-bf', '3', '-x264-params', 'open-gop=1:scenecut=0', '-g', '25'])),
    },
    { reason: 'bitrate', source: () => made('rate.mp4', fitting(['-b:v', '3M', '-maxrate', '3M'])) },
    { reason: 'pixel_shape', source: () => made('shape.mp4', fitting(['-vf', 'setsar=10/11'])) },
    { reason: 'pixels', source: () => made('ten.mp4', fitting(['-pix_fmt', 'yuv420p10le'])) },
    {
      reason: 'interlaced',
      source: () => made('fields.mp4', fitting(['-flags', '+ilme+ildct', '-x264-params', 'tff=1'])),
    },
    { reason: 'colours', source: () => made('colours.mp4', fitting(['-colorspace', 'smpte170m'])) },
    { reason: 'size', source: () => made('size.mp4', fitting(), picture('800x420', 25, 3)) },
    {
      reason: 'frame_rate',
      source: () => made('varying.mp4', fitting(['-vf', "select='lt(mod(n,9),5)'", '-vsync', 'vfr'])),
    },
    {
      reason: 'uneven_times',
      source: () =>
        made(
          'hole.mp4',
          fitting(['-vf', 'select=not(eq(n\\,40))', '-vsync', 'vfr']),
          picture('640x360', 25, 8)
        ),
    },
    {
      reason: 'turned',
      source: async () => withMatrix('unfit-turned.mp4', await made('plain.mp4', fitting()), [0, 1, -1, 0]),
    },
    {
      reason: 'edited',
      source: async () =>
        fixture('unfit-edited.mp4', ['-ss', '0.8', '-i', await made('plain.mp4', fitting()), '-c', 'copy']),
    },
    {
      reason: 'cut_short',
      source: async () => {
        const bytes = await readFile(await made('plain.mp4', fitting()))
        return bytesFixture('unfit-short.mp4', bytes.subarray(0, Math.round(bytes.length * 0.7)))
      },
    },
  ]

  test('{reason}')
    .with(sources)
    .run(async ({ assert }, { reason, source }) => {
      const found = await probe(await source())
      const { plan, copy } = await planWithCopy(found, planTranscode(found))
      assert.include(reasons(plan), reason)
      assert.isNull(copy)
      assert.isFalse(plan.rungs.some(({ isCopied, cutFrames }) => isCopied || cutFrames))
    })

  test('damaged, which shows only when it is decoded', async (context) => {
    const bytes = Buffer.from(await readFile(await small()))
    const { offsets, sizes } = readSampleTable(indexOf(bytes), 1)
    // Not a keyframe: those are looked at beforehand.
    bytes.fill(0, offsets[130], offsets[130]! + sizes[130]!)
    const trial = await transcoded(context.test, await bytesFixture('damaged.mp4', bytes))
    context.assert.deepEqual(reasons(trial.result), ['damaged'])
    context.assert.isFalse(copied(trial.result))
    context.assert.deepEqual(await checkTree(delivered(trial), trial.result.playlistName), [])
    context.assert.equal((await inspect(join(trial.directory, 'v360/media.m3u8'))).frames, 225)
  })

  test('an index of lies, which leads nowhere but there', async ({ assert }) => {
    const bytes = Buffer.from(await readFile(await small()))
    const index = indexOf(bytes)
    assert.lengthOf(readSampleTable(index, 1).sizes, 225)
    let refused = 0
    for (let at = 8; at < index.length - 4; at += 7) {
      const lie = Buffer.from(index)
      lie.writeUInt32BE(0xffffffff, at)
      try {
        readSampleTable(lie, 1)
      } catch (error) {
        if (!(error instanceof NotCopiable || error instanceof RangeError)) throw error
        refused++
      }
    }
    assert.isAbove(refused, 20)
  })
})

/** The `moov` box of a file. */
function indexOf(bytes: Buffer): Buffer {
  const start = bytes.indexOf('moov') - 4
  return bytes.subarray(start, start + bytes.readUInt32BE(start))
}

/** What the decision says of the rate, which depends on the encoder of the day. */
function rateOf({ decisions }: TranscodeResult): number {
  return decisions.flatMap((one) => (one.code === 'copied' ? one.values.kilobitsPerSecond : []))[0]!
}
