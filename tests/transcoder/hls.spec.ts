import { test } from '@japa/runner'
import { checkTree } from '../helpers/hls_check/check_tree.js'
import { fixture, picture, quickH264, tone } from './support/fixtures.js'
import { delivered, ordinaryTranscoded, transcoded } from './support/trial.js'

const languages = [
  ...['-map', '0', '-map', '1', '-map', '2', '-map', '3', ...quickH264, '-c:a', 'aac'],
  ...['-metadata:s:a:0', 'language=vie', '-metadata:s:a:0', 'title=Stereo'],
  ...['-metadata:s:a:1', 'language=eng', '-metadata:s:a:1', 'title=Stereo'],
  ...['-metadata:s:a:2', 'title=Lời "bình"'],
]

const sources: { name: string; args: string[]; soundMayDifferSeconds?: number }[] = [
  {
    name: 'portrait.mp4',
    args: [...picture('404x720', 25, 5), ...tone('stereo', 5), ...quickH264, '-bf', '3', '-c:a', 'aac'],
  },
  {
    name: 'fast.mp4',
    args: [
      ...['-f', 'lavfi', '-i', 'testsrc2=size=1280x720:rate=60000/1001:duration=3', ...tone('mono', 3)],
      ...[...quickH264, '-c:a', 'aac'],
    ],
  },
  {
    name: 'fit-to-be-copied.mp4',
    args: [
      ...[...picture('854x480', 25, 9), ...tone('stereo', 9), '-c:v', 'libx264', '-preset', 'fast'],
      ...[
        '-pix_fmt',
        'yuv420p',
        '-g',
        '50',
        '-bf',
        '2',
        '-b:v',
        '700k',
        '-maxrate',
        '900k',
        '-bufsize',
        '1M',
      ],
      ...['-c:a', 'aac'],
    ],
  },
  { name: 'slow.mp4', args: [...picture('320x240', 1, 9), ...quickH264] },
  {
    name: 'slower-than-a-segment.mkv',
    args: [
      ...['-f', 'lavfi', '-i', 'testsrc2=size=320x240:rate=1/7:duration=35', ...tone('mono', 35)],
      ...[...quickH264, '-c:a', 'aac'],
    ],
  },
  {
    name: 'sound-begins-and-ends-elsewhere.mkv',
    args: [
      ...[...picture('320x240', 25, 6), '-itsoffset', '1', ...tone('mono', 3)],
      ...[...quickH264, '-c:a', 'aac'],
    ],
    soundMayDifferSeconds: Infinity,
  },
  { name: 'no-sound.mp4', args: [...picture('320x240', 25, 6), ...quickH264] },
  { name: 'sound-only.m4a', args: [...tone('stereo', 9), '-c:a', 'aac'] },
  {
    name: 'sound-only-in-two-languages.mka',
    args: [
      ...[...tone('stereo', 5), ...tone('mono', 5), '-map', '0', '-map', '1', '-c:a', 'aac'],
      ...['-metadata:s:a:0', 'language=vie', '-metadata:s:a:1', 'language=eng'],
    ],
  },
  {
    name: 'languages.mkv',
    args: [
      ...[...picture('320x240', 25, 5), ...tone('mono', 5), ...tone('stereo', 5), ...tone('stereo', 5)],
      ...languages,
    ],
  },
]

test.group('What is made follows RFC 8216bis and Apple’s rules', () => {
  test('of an ordinary source', async ({ assert }) => {
    const trial = await ordinaryTranscoded()
    assert.deepEqual(await checkTree(delivered(trial), trial.result.playlistName), [])
  })

  test('of {name}')
    .with(sources)
    .run(async (context, { name, args, ...options }) => {
      const trial = await transcoded(context.test, await fixture(`hls-${name}`, args))
      context.assert.deepEqual(await checkTree(delivered(trial), trial.result.playlistName, options), [])
    })
})
