import { planTranscode } from '@hub/transcoder'
import { test } from '@japa/runner'
import { audioCommand } from '../../transcoder/src/arguments/audio.js'
import { argvOf } from '../../transcoder/src/arguments/command_line.js'
import { downloadCommand } from '../../transcoder/src/arguments/download.js'
import { probeArguments } from '../../transcoder/src/arguments/probe.js'
import { headCommand, videoCommand } from '../../transcoder/src/arguments/video.js'
import { probed } from './support/probes.js'

const demuxers =
  'mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,flv,mpegts,mpeg,mpegvideo,ogg,asf,mxf,dv,wav,mp3,aac,flac,amr,caf'
const hostile = ['-protocol_whitelist', 'file,pipe', '-format_whitelist', demuxers]
const globals = [
  ...['-hide_banner', '-nostdin', '-nostats', '-loglevel', 'error'],
  ...['-progress', 'pipe:2', '-stats_period', '0.5', '-y'],
]
const damaged = ['-err_detect', 'ignore_err', '-max_error_rate', '1']

/** One rendition's folder of CMAF segments. */
const hls = (name: string, seconds: string) => [
  ...['-map_metadata', '-1', '-f', 'hls', '-hls_segment_type', 'fmp4', '-hls_time', seconds],
  ...['-hls_list_size', '2', '-hls_flags', 'temp_file', '-start_number', '1'],
  ...[
    '-hls_fmp4_init_filename',
    'init.mp4',
    '-hls_segment_filename',
    `${name}/seg-%05d.m4s`,
    `${name}/muxer.m3u8`,
  ],
]

/** One rung of a source at 25 frames a second. */
const rung = (name: string, crf: string, maximum: string, buffer: string, folder = name) => [
  ...['-map', `[${name}]`, '-t', '14400', '-c:v', 'libx264', '-preset', 'veryfast', '-profile:v', 'high'],
  ...[
    '-level:v',
    '3.0',
    '-crf',
    crf,
    '-maxrate',
    maximum,
    '-bufsize',
    buffer,
    '-g',
    '200',
    '-keyint_min',
    '100',
  ],
  ...['-forced-idr', '1', '-force_key_frames', 'expr:eq(n,13)+eq(n,26)+eq(n,52)+not(mod(n,100))'],
  ...['-x264-params', 'stitchable=1:open-gop=0:aq-mode=2:trellis=1', '-avoid_negative_ts', 'disabled'],
  ...hls(folder, '0.01'),
]

const rate = (numerator: number) => {
  const framesPerSecond = { numerator, denominator: 1 }
  return { averageFrameRate: framesPerSecond, nominalFrameRate: framesPerSecond }
}
const small = planTranscode(probed({ width: 720, height: 480, ...rate(25) }))
const bt709 = 'setparams=color_primaries=bt709:color_trc=bt709:colorspace=bt709:range=tv'

test.group('The arguments', () => {
  test('of the picture decode once and scale each rung from the one above', ({ assert }) => {
    assert.deepEqual(argvOf(videoCommand("/in/te[s]t_ video ' _.mp4", small)), [
      ...hostile,
      ...['-an', '-max_pixels', '35400000', ...damaged, '-noautorotate', '-reinit_filter', '0'],
      ...['-i', "file:/in/te[s]t_ video ' _.mp4"],
      ...globals,
      '-filter_complex',
      [
        '[0:0]scale=720:480,fps=25/1:start_time=0,' +
          `format=yuv420p,setsar=1,${bt709},split=2[v480][from_v480]`,
        '[from_v480]scale=540:360:flags=bicubic,setsar=1,split=2[v360][from_v360]',
        '[from_v360]scale=360:240:flags=bicubic,setsar=1,split=2[v240][from_v240]',
        '[from_v240]framestep=25,scale=136:90:flags=area:out_range=full,tile=10x10,format=yuvj420p[storyboard]',
      ].join(';'),
      ...rung('v480', '23', '1050000', '2100000'),
      ...rung('v360', '24', '630000', '1260000'),
      ...rung('v240', '25', '320000', '640000'),
      ...['-map', '[storyboard]', '-vsync', 'passthrough', '-c:v', 'mjpeg', '-q:v', '5', '-f', 'image2'],
      'storyboard/sheet-%03d.jpg',
    ])
  })

  test('of the head start are those of the lowest rung, for four seconds', ({ assert }) => {
    assert.deepEqual(argvOf(headCommand('/in/a.mp4', small)), [
      ...hostile,
      ...['-an', '-max_pixels', '35400000', ...damaged, '-noautorotate', '-reinit_filter', '0'],
      ...['-i', 'file:/in/a.mp4'],
      ...globals,
      '-filter_complex',
      '[0:0]scale=720:480,fps=25/1:start_time=0,' +
        'scale=360:240:flags=bicubic:in_color_matrix=bt709:in_range=limited:out_color_matrix=bt709:out_range=limited,' +
        `format=yuv420p,setsar=1,${bt709}[v240]`,
      ...['-frames:v', '100'],
      ...rung('v240', '25', '320000', '640000', 'head'),
    ])
  })

  test('of the head start take the very frames that the ladder takes', ({ assert }) => {
    const fast = planTranscode(probed({ width: 1280, height: 720, ...rate(60) }))
    assert.include(headCommand('/in/a.mp4', fast).filterGraph!, 'fps=60/1:start_time=0,framestep=2,')
    assert.include(videoCommand('/in/a.mp4', fast).filterGraph!, '[from_v720]framestep=2,')
  })

  test('of the sound even it out, bring it to its level and measure what comes of it', ({ assert }) => {
    assert.deepEqual(argvOf(audioCommand('/in/a.mp4', small.audio!, 3.21)), [
      ...hostile,
      ...['-vn', ...damaged],
      ...['-i', 'file:/in/a.mp4'],
      ...globals,
      '-filter_complex',
      '[0:1]aresample=48000:async=1:clev=1:slev=0.5:lfe_mix_level=0,' +
        'aformat=sample_fmts=fltp:channel_layouts=stereo,volume=3.21dB,' +
        'alimiter=limit=0.595:attack=5:release=100:level=0:latency=1,' +
        'ebur128=framelog=verbose:metadata=1,ametadata=mode=print:key=lavfi.r128.I:file=audio-loudness.txt,' +
        'aformat=sample_fmts=fltp,atrim=start_pts=1024,asetpts=PTS-1024[stream]',
      ...['-map', '[stream]', '-t', '14400', '-c:a', 'aac', '-profile:a', 'aac_low', '-b:a', '128000'],
      ...['-hls_segment_options', 'use_editlist=0'],
      ...hls('audio', '4'),
    ])
  })

  test('of a probe allow no demuxer and no protocol that could reach further', ({ assert }) => {
    assert.deepEqual(probeArguments('-x.mp4'), [
      ...['-hide_banner', '-loglevel', 'error'],
      ...hostile,
      ...['-print_format', 'json', '-show_format', '-show_streams', '-i', 'file:-x.mp4'],
    ])
    for (const demuxer of ['hls', 'concat', 'dash', 'image2', 'lavfi', 'sdp', 'rtsp']) {
      assert.notInclude(demuxers.split(','), demuxer)
    }
  })

  test('of the files to take away copy what was made, and encode only the MP3', ({ assert }) => {
    const copy = ['-c', 'copy', '-map_metadata', '-1', '-movflags', '+faststart', '-f', 'mp4']
    const own = (path: string) => ['-protocol_whitelist', 'file', '-f', 'hls', '-i', `file:${path}`]
    assert.deepEqual(
      argvOf(downloadCommand({ video: '/out/v720/media.m3u8', audio: '/out/audio/media.m3u8' })),
      [
        ...own('/out/v720/media.m3u8'),
        ...own('/out/audio/media.m3u8'),
        ...globals,
        ...['-map', '0:v', '-map', '1:a', ...copy, 'download.mp4'],
        ...['-map', '1:a', ...copy, 'sound.m4a'],
        ...['-map', '1:a', '-map_metadata', '-1', '-c:a', 'libmp3lame', '-b:a', '160000'],
        ...['-f', 'mp3', 'sound.mp3'],
      ]
    )
  })
})

test.group('The filters of the first picture', () => {
  /** The filters between the source and the first rung. */
  const filters = (more: Parameters<typeof probed>[0]) =>
    videoCommand('/x', planTranscode(probed({ width: 1280, height: 720, ...more })))
      .filterGraph!.split(';')[0]!
      .replace(/^\[0:0\]/, '')
      .replace(/,split.*$/, '')
      .replace(`,${bt709}`, '')
      .split(',')

  test('leave a picture alone that has the size and colours already', ({ assert }) => {
    assert.deepEqual(filters({}).slice(2), ['format=yuv420p', 'setsar=1'])
    assert.include(filters({ fullRange: true })[2], 'in_range=full:out_color_matrix=bt709:out_range=limited')
    assert.include(filters({ colourMatrix: 'smpte170m' })[2], 'in_color_matrix=bt601')
  })

  test('weave fields into frames before anything is scaled', ({ assert }) => {
    const [guard, deinterlace] = filters({ interlaced: true })
    assert.deepEqual([guard, deinterlace], ['scale=1280:720', 'bwdif=mode=send_frame:parity=auto:deint=all'])
  })

  test('turn the picture after it was made small', ({ assert }) => {
    const turned = filters({ width: 3840, height: 2160, orientation: 'clockwise' })
    assert.deepEqual(turned.slice(2), [
      'scale=1920:1080:flags=bicubic:in_color_matrix=bt709:in_range=limited:out_color_matrix=bt709:out_range=limited',
      'format=yuv420p',
      'transpose=clock',
      'setsar=1',
    ])
  })

  test('bring HDR to BT.709 by way of linear light', ({ assert }) => {
    assert.deepEqual(filters({ dynamicRange: 'pq', colourMatrix: 'bt2020nc' }).slice(2), [
      'scale=1280:720:flags=bicubic',
      'format=yuv420p10le',
      'zscale=tin=smpte2084:pin=bt2020:min=bt2020nc:rin=limited:t=linear:npl=100',
      'format=gbrpf32le',
      'zscale=p=bt709',
      'tonemap=tonemap=hable:desat=0',
      'zscale=t=bt709:m=bt709:r=limited',
      'format=yuv420p',
      'setsar=1',
    ])
  })

  test('lay alpha over black', ({ assert }) => {
    const over = filters({ hasAlpha: true, codec: 'vp9' })
    assert.deepEqual(over.slice(2, 5), ['format=gbrap', 'premultiply=inplace=1', 'format=gbrp'])
    const command = videoCommand('/x', planTranscode(probed({ hasAlpha: true, codec: 'vp9' })))
    assert.include(command.inputs[0]!.options.join(' '), '-c:v libvpx-vp9')
  })

  test('take an untagged small picture as BT.601 and a full range as full', ({ assert }) => {
    const small = filters({ width: 640, height: 480, colourMatrix: null, fullRange: true })
    assert.include(small[2], 'in_color_matrix=bt601:in_range=full')
  })
})
