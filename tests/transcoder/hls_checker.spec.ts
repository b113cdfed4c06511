import { test } from '@japa/runner'
import { checkTree } from '../helpers/hls_check/check_tree.js'
import { delivered, ordinaryTranscoded } from './support/trial.js'

/** One thing wrong in an otherwise right tree, and what must be said of it. */
const faults: { name: string; file: string; from: RegExp; to: string; says: RegExp }[] = [
  {
    name: 'a length a thousandth off',
    file: 'v240/media.m3u8',
    from: /EXTINF:(\d)\.(\d)/,
    to: 'EXTINF:$1.001',
    says: /EXTINF .* but it lasts/,
  },
  {
    name: 'a missing segment',
    file: 'v240/media.m3u8',
    from: /#EXTINF.*\nseg-00001.m4s\n/,
    to: '',
    says: /is cut elsewhere/,
  },
  {
    name: 'segments in another order',
    file: 'v360/media.m3u8',
    from: /seg-00001([^]*)seg-00002/,
    to: 'seg-00002$1seg-00001',
    says: /the one before ends/,
  },
  {
    name: 'a target that is too short',
    file: 'audio-2/media.m3u8',
    from: /DURATION:\d+/,
    to: 'DURATION:0',
    says: /longer than the target/,
  },
  { name: 'an open end', file: 'v360/media.m3u8', from: /#EXT-X-ENDLIST/, to: '', says: /not finished/ },
  {
    name: 'a discontinuity',
    file: 'v360/media.m3u8',
    from: /#EXTINF/,
    to: '#EXT-X-DISCONTINUITY\n#EXTINF',
    says: /unexpected/,
  },
  { name: 'no init segment', file: 'v360/media.m3u8', from: /#EXT-X-MAP.*/, to: '', says: /EXT-X-MAP/ },
  {
    name: 'the sound left out of the bandwidth',
    file: 'multivariant.m3u8',
    from: /([:,])BANDWIDTH=\d+/,
    to: '$1BANDWIDTH=60000',
    says: /below the peak/,
  },
  {
    name: 'another level',
    file: 'multivariant.m3u8',
    from: /avc1\.[0-9a-f]+/,
    to: 'avc1.640033',
    says: /CODECS/,
  },
  {
    name: 'another size',
    file: 'multivariant.m3u8',
    from: /RESOLUTION=640x360/,
    to: 'RESOLUTION=640x362',
    says: /RESOLUTION/,
  },
  {
    name: 'another rate',
    file: 'multivariant.m3u8',
    from: /FRAME-RATE=30/,
    to: 'FRAME-RATE=29',
    says: /FRAME-RATE/,
  },
  {
    name: 'a group that is not there',
    file: 'multivariant.m3u8',
    from: /,AUDIO="sound"/,
    to: ',AUDIO="none"',
    says: /AUDIO group/,
  },
  {
    name: 'two sounds of one name',
    file: 'multivariant.m3u8',
    from: /(#EXT-X-MEDIA.*\n)/,
    to: '$1$1',
    says: /two of one NAME/,
  },
  {
    name: 'half an I-frame',
    file: 'v240/iframes.m3u8',
    from: /BYTERANGE:(\d)/,
    to: 'BYTERANGE:1$1',
    says: /the first picture ends/,
  },
]

test.group('The checker of the tests', () => {
  test('notices {name}')
    .with(faults)
    .run(async ({ assert }, { file, from, to, says }) => {
      const trial = await ordinaryTranscoded()
      const read = delivered(trial)
      const spoilt = async (name: string) => {
        const bytes = await read(name)
        if (name !== file) return bytes
        const text = String(bytes)
        assert.match(text, from)
        return Buffer.from(text.replace(from, to))
      }
      const problems = await checkTree(spoilt, trial.result.playlistName).catch((error: Error) => [
        error.message,
      ])
      assert.match(problems.join('\n'), says)
    })
})
