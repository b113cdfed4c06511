import {
  averageBitrate,
  mediaPlaylist,
  multivariantPlaylist,
  peakBitrate,
  subtitlePlaylist,
  targetDuration,
  webVttSegment,
  withSubtitles,
} from '@hub/transcoder'
import { test } from '@japa/runner'
import { parsePlaylist } from './support/inspect.js'

const segments = [
  { uri: 'seg-00001.m4s', durationSeconds: 1.001 },
  { uri: 'seg-00002.m4s', durationSeconds: 4.004 },
]

test.group('A media playlist', () => {
  test('is written line by line as RFC 8216bis asks', ({ assert }) => {
    const playlist = {
      segments,
      targetDurationSeconds: 4,
      type: 'VOD',
      ended: true,
      initUri: 'init.mp4',
    } as const
    assert.deepEqual(mediaPlaylist(playlist).split('\n'), [
      '#EXTM3U',
      '#EXT-X-VERSION:7',
      '#EXT-X-TARGETDURATION:4',
      '#EXT-X-MEDIA-SEQUENCE:1',
      '#EXT-X-PLAYLIST-TYPE:VOD',
      '#EXT-X-INDEPENDENT-SEGMENTS',
      '#EXT-X-MAP:URI="init.mp4"',
      '#EXTINF:1.001000,',
      'seg-00001.m4s',
      '#EXTINF:4.004000,',
      'seg-00002.m4s',
      '#EXT-X-ENDLIST',
      '',
    ])
  })

  test('stays open while it grows, and is read so by an independent parser', ({ assert }) => {
    const growing = {
      segments,
      targetDurationSeconds: 4,
      type: 'EVENT',
      ended: false,
      initUri: 'init.mp4',
    } as const
    const open = parsePlaylist(mediaPlaylist(growing))
    assert.isNotTrue(open.endList)
    assert.equal(open.playlistType, 'EVENT')
    assert.deepEqual(
      open.segments.map(({ uri, duration, map }) => [uri, duration, map?.uri]),
      [
        ['seg-00001.m4s', 1.001, 'init.mp4'],
        ['seg-00002.m4s', 4.004, 'init.mp4'],
      ]
    )
    assert.isTrue(parsePlaylist(mediaPlaylist({ ...growing, ended: true })).endList)
  })

  test('has a target that no rounded duration exceeds', ({ assert }) => {
    assert.equal(targetDuration([{ durationSeconds: 4.49 }], 4), 4)
    assert.equal(targetDuration([{ durationSeconds: 4.5 }], 4), 5)
    assert.equal(targetDuration([{ durationSeconds: 0.2 }]), 1)
  })
})

test.group('A multivariant playlist', () => {
  const video = {
    kind: 'video',
    name: 'v720',
    uri: 'v720/media.m3u8',
    codecs: 'avc1.64001f',
    width: 1280,
    height: 720,
    frameRate: 30000 / 1001,
    bandwidthBps: 2_000_000,
    averageBandwidthBps: 1_500_000,
  } as const
  const audio = {
    kind: 'audio',
    name: 'Tiếng "Việt"',
    uri: 'audio/media.m3u8',
    codecs: 'mp4a.40.2',
    channels: 2,
    language: 'vi',
    bandwidthBps: 130_000,
    averageBandwidthBps: 128_000,
  } as const

  test('adds the sound to every picture', ({ assert }) => {
    const { playlists, mediaGroups, independentSegments } = parsePlaylist(
      multivariantPlaylist([video, audio])
    )
    assert.isTrue(independentSegments)
    assert.deepEqual(playlists!.length, 1)
    const { attributes, uri } = playlists![0]!
    assert.equal(uri, 'v720/media.m3u8')
    assert.equal(attributes.BANDWIDTH, 2_130_000)
    assert.equal(attributes['AVERAGE-BANDWIDTH'], '1628000')
    assert.equal(attributes.CODECS, 'avc1.64001f,mp4a.40.2')
    assert.deepEqual(attributes.RESOLUTION, { width: 1280, height: 720 })
    assert.equal(attributes['FRAME-RATE'], 29.97)
    const group = mediaGroups!.AUDIO[attributes.AUDIO!]!
    assert.deepInclude(Object.values(group)[0], { uri: 'audio/media.m3u8', default: true, language: 'vi' })
  })

  test('names no group where there is no sound', ({ assert }) => {
    const text = multivariantPlaylist([video])
    assert.notInclude(text, 'AUDIO')
    assert.equal(parsePlaylist(text).playlists![0]!.attributes.CODECS, 'avc1.64001f')
  })

  test('offers the sound itself where there is no picture', ({ assert }) => {
    assert.equal(parsePlaylist(multivariantPlaylist([audio])).playlists![0]!.uri, 'audio/media.m3u8')
  })
})

test.group('Bandwidth', () => {
  test('is the highest over every segment and every run of about a target duration', ({ assert }) => {
    const measured = [
      { durationSeconds: 4, sizeBytes: 500_000 },
      { durationSeconds: 4, sizeBytes: 1_000_000 },
      { durationSeconds: 0.5, sizeBytes: 200_000 },
    ]
    assert.equal(peakBitrate(measured, 4), 3_200_000)
    assert.equal(peakBitrate(measured.slice(0, 2), 4), 2_000_000)
    assert.equal(averageBitrate(measured), 1_600_000)
    assert.equal(averageBitrate([]), 0)
  })
})

test.group('Subtitles in a multivariant playlist', () => {
  const bare = multivariantPlaylist([
    {
      ...{
        kind: 'video',
        name: 'v240',
        uri: 'v240/media.m3u8',
        codecs: 'avc1.640015',
        width: 426,
        height: 240,
      },
      ...{ frameRate: 25, bandwidthBps: 400_000, averageBandwidthBps: 300_000 },
    },
  ])
  const vi = { language: 'vi', name: 'Tiếng "Việt"', uri: 'subtitles/vi.m3u8', describesSound: true }
  const en = { language: 'en', name: 'English', uri: 'subtitles/en.m3u8', describesSound: false }

  test('join every variant, chosen by nobody but the viewer', ({ assert }) => {
    const text = withSubtitles(bare, [vi, en])
    const { playlists, mediaGroups } = parsePlaylist(text)
    assert.equal(playlists![0]!.attributes.SUBTITLES, 'subtitles')
    const group = mediaGroups!.SUBTITLES.subtitles!
    assert.deepEqual(
      Object.entries(group).map(([name, { uri, language, default: isDefault, autoselect, forced }]) => [
        ...[name, uri, language, isDefault, autoselect, forced],
      ]),
      [
        ['Tiếng  Việt ', 'subtitles/vi.m3u8', 'vi', false, true, false],
        ['English', 'subtitles/en.m3u8', 'en', false, true, false],
      ]
    )
    assert.equal(text.match(/CHARACTERISTICS=/g)!.length, 1)
  })

  test('are replaced, and taken out without a trace', ({ assert }) => {
    const twice = withSubtitles(withSubtitles(bare, [vi]), [en])
    assert.equal(twice, withSubtitles(bare, [en]))
    assert.equal(withSubtitles(twice, []), bare)
  })

  test('of one name are told apart', ({ assert }) => {
    const text = withSubtitles(bare, [en, { ...en, language: 'en-GB', uri: 'subtitles/en-GB.m3u8' }])
    assert.include(text, 'NAME="English (en)"')
    assert.include(text, 'NAME="English (en-GB)"')
  })

  test('are one segment as long as the picture, on the clock of the media', ({ assert }) => {
    const text = subtitlePlaylist({ uri: 'vi-1.vtt', durationSeconds: 61.52 })
    assert.include(text, '#EXT-X-TARGETDURATION:62\n')
    assert.include(text, '#EXTINF:61.520000,\nvi-1.vtt\n#EXT-X-ENDLIST')
    assert.equal(
      webVttSegment('WEBVTT\n\n00:00.000 --> 00:01.000\nA\n'),
      'WEBVTT\nX-TIMESTAMP-MAP=MPEGTS:0,LOCAL:00:00:00.000\n\n00:00.000 --> 00:01.000\nA\n'
    )
  })
})
