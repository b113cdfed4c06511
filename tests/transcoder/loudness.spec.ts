import { join } from 'node:path'
import { test } from '@japa/runner'
import { fixture } from './support/fixtures.js'
import { inspect, loudnessOf } from './support/inspect.js'
import { transcoded } from './support/trial.js'

/** Bursts of noise with pauses, as speech has. */
const speech = (seconds: number, decibels: number | string) =>
  `anoisesrc=color=pink:seed=1:duration=${seconds}:sample_rate=48000,` +
  `volume='if(lt(mod(t,2),1.4),1,0.02)':eval=frame,volume=${decibels}dB`

const lavfi = (graph: string) => ['-f', 'lavfi', '-i', graph]

const sources: { name: string; args: string[]; channels: 1 | 2 }[] = [
  { name: 'as quiet as a far microphone', args: lavfi(speech(12, -26)), channels: 1 },
  { name: 'clipped', args: lavfi(`${speech(12, 30)},aformat=sample_fmts=s16`), channels: 1 },
  {
    name: 'with sharp peaks, as from hands clapping',
    args: lavfi(
      `${speech(12, -20)},aeval='val(0)+if(lt(mod(t,1.5),0.004),0.95*sin(2*PI*3000*t),0)':channel_layout=mono`
    ),
    channels: 1,
  },
  {
    name: 'in stereo, one side louder',
    args: lavfi(`${speech(10, -14)},pan=stereo|c0=c0|c1=0.3*c0`),
    channels: 2,
  },
  {
    name: 'in 5.1, speech in the centre and noise around it',
    args: [
      ...lavfi(`${speech(10, -18)},pan=5.1|FC=c0|FL=0.1*c0|FR=0.1*c0|LFE=0.8*c0|BL=0.1*c0|BR=0.1*c0`),
      ...['-c:a', 'ac3', '-b:a', '448k'],
    ],
    channels: 2,
  },
  { name: 'of three seconds', args: lavfi(speech(3, -20)), channels: 1 },
  {
    name: 'long, its second half far quieter',
    args: lavfi(`${speech(120, -12)},volume='if(lt(t,60),1,0.15)':eval=frame`),
    channels: 1,
  },
  {
    name: 'long, with speech in a fifth of it',
    args: lavfi(`${speech(120, -12)},volume='if(lt(mod(t,60),48),0.003,1)':eval=frame`),
    channels: 1,
  },
]

test.group('Every skit is as loud as every other', () => {
  test('also one {name}')
    .with(sources)
    .run(async (context, { name, args, channels }) => {
      const { assert } = context
      const container = args.includes('ac3') ? 'mka' : 'wav'
      const source = await fixture(`loudness-${name.replaceAll(' ', '-')}.${container}`, args)
      const { directory, result } = await transcoded(context.test, source)
      // Made again under another name where the estimate was not near enough
      const { name: rendition } = result.renditions.find(({ kind }) => kind === 'audio')!
      assert.equal((await inspect(join(directory, `${rendition}/media.m3u8`))).channels, channels)
      for (const file of [`${rendition}/media.m3u8`, 'sound.mp3', 'sound.m4a']) {
        const { lufs, truePeakDb } = await loudnessOf(join(directory, file))
        const said = `${file}: ${lufs} LUFS, ${truePeakDb} dBTP; ${JSON.stringify(result.decisions)}`
        assert.approximately(lufs, -16, 1, said)
        assert.isAtMost(truePeakDb, -1.5, said)
      }
    })
})
