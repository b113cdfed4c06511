/**
 * What somebody would write by hand to make the same files as our job does, for an ordinary source (upright,
 * progressive, 8-bit 4:2:0, SDR, at its rate). Written anew here and not by the job's own builders, so that
 * what is superfluous there shows. Quality settings are the same: preset, CRF, cap, buffer, keyframes, bicubic cascade.
 */
import type { TranscodePlan, VideoRung } from '@hub/transcoder'
import { qualityParameters } from '../../../transcoder/src/arguments/video.js'
import { keyframesOf, longestFrames } from '../../../transcoder/src/segmentation.js'
import { shellCommand } from './measured.js'

const quiet = ['ffmpeg', '-v', 'error', '-nostdin', '-y']
const posterAt = 0.25
const measuredWholeSeconds = 90

/** The best single command: decoded once, every rung scaled from the one above, sound in the same process. */
export function byHand(source: string, plan: TranscodePlan): string {
  const { rungs, audio } = plan
  const graph = [cascade(plan), ...(audio ? [soundGraph(plan)] : [])].join(';')
  // The graph is between double quotes for the gain's sake; there is nothing else in it that a shell would read.
  return [
    ...(audio ? [measureLoudness(source, plan)] : []),
    [
      shellCommand(...quiet, '-i', source, '-filter_complex'),
      `"${graph}"`,
      ...rungs.map((rung) => shellCommand('-map', `[${rung.name}]`, ...rungOptions(rung))),
      ...stillOutputs(true, true),
      ...(audio ? soundOutputs(plan) : []),
    ].join(' '),
    downloads(plan),
  ].join('\n')
}

/** One process per rung, as PeerTube does: each decodes the source and scales it for itself. */
export function onePerRung(source: string, plan: TranscodePlan): string {
  const { rungs, audio } = plan
  const commands = rungs.map((rung, index) => {
    const isLast = index === rungs.length - 1
    const scale = index === 0 ? 'null' : scaled(rung, rungs[0]!)
    const graph = [`[0:v]${scale}${splitFor(rung, index, isLast)}`, ...stills(plan, index === 0, isLast)]
    const picture = ['-map', `[${rung.name}]`, ...rungOptions(rung)]
    return [
      shellCommand(...quiet, '-i', source, '-filter_complex', graph.join(';'), ...picture),
      ...stillOutputs(index === 0, isLast),
    ].join(' ')
  })
  const sound = audio
    ? [
        measureLoudness(source, plan),
        [
          shellCommand(...quiet, '-i', source, '-filter_complex'),
          `"${soundGraph(plan)}"`,
          ...soundOutputs(plan),
        ].join(' '),
      ]
    : []
  return [...commands, ...sound, downloads(plan)].join('\n')
}

/** The folders that the commands write into. */
export function foldersOf(plan: TranscodePlan): string[] {
  return [...plan.rungs.map(({ name }) => name), 'audio', 'storyboard']
}

function cascade(plan: TranscodePlan): string {
  const { rungs } = plan
  const parts = rungs.map((rung, index) => {
    const isLast = index === rungs.length - 1
    const from = index === 0 ? '[0:v]null' : `[below${index}]${scaled(rung, rungs[index - 1]!)}`
    return from + splitFor(rung, index, isLast, isLast ? '' : `[below${index + 1}]`)
  })
  return [...parts, ...stills(plan, true, true)].join(';')
}

/** The rung's own picture, and what else is made of it: the poster of the top one, the storyboard of the lowest. */
function splitFor(rung: VideoRung, index: number, isLast: boolean, more = ''): string {
  const pads = `[${rung.name}]${more}${index === 0 ? '[still]' : ''}${isLast ? '[tiles]' : ''}`
  return `,split=${pads.split('][').length}${pads}`
}

function scaled(rung: VideoRung, above: VideoRung): string {
  const rate = ({ frameRate }: VideoRung) => frameRate.numerator / frameRate.denominator
  const isHalved = rate(rung) < rate(above) * 0.75
  return `${isHalved ? 'framestep=2,' : ''}scale=${rung.width}:${rung.height}:flags=bicubic`
}

/** One picture of the top rung, and sheets for the scrub bar of the lowest. */
function stills(plan: TranscodePlan, withPoster: boolean, withSheets: boolean): string[] {
  const { storyboard: board, durationSeconds, rungs } = plan
  const { numerator, denominator } = rungs[0]!.frameRate
  const frame = Math.floor(((durationSeconds ?? 1) * posterAt * numerator) / denominator)
  const fit = `scale='min(1280,iw)':'min(1280,ih)':force_original_aspect_ratio=decrease:out_range=full`
  const poster = `[still]trim=start_frame=${frame}:end_frame=${frame + 1},${fit},format=yuvj420p[poster]`
  const sheets =
    `[tiles]framestep=${board!.everyFrames},scale=${board!.tileWidth}:${board!.tileHeight}:flags=area:out_range=full,` +
    `tile=${board!.columns}x${board!.rows},format=yuvj420p[sheets]`
  return [...(withPoster ? [poster] : []), ...(withSheets ? [sheets] : [])]
}

function stillOutputs(withPoster: boolean, withSheets: boolean): string[] {
  const jpeg = ['-vsync', 'passthrough', '-c:v', 'mjpeg', '-f', 'image2']
  return [
    ...(withSheets
      ? [shellCommand('-map', '[sheets]', ...jpeg, '-q:v', 5, 'storyboard/sheet-%03d.jpg')]
      : []),
    ...(withPoster ? [shellCommand('-map', '[poster]', ...jpeg, '-q:v', 4, '-update', 1, 'poster.jpg')] : []),
  ]
}

/** The job's settings of quality. Where keyframes lie is one of them, so that is taken as it is. */
function rungOptions(rung: VideoRung): (string | number)[] {
  return [
    ...['-c:v', 'libx264', '-preset', 'veryfast', '-profile:v', 'high', '-crf', rung.crf],
    ...['-x264-params', qualityParameters],
    ...['-maxrate', rung.maximumBitrateBps, '-bufsize', rung.bufferBits],
    ...['-g', 2 * longestFrames(rung), '-keyint_min', longestFrames(rung)],
    ...['-force_key_frames', keyframesOf(rung), '-forced-idr', 1, ...hls(rung.name, '0.01')],
  ]
}

function hls(name: string, seconds: string): string[] {
  const segments = ['-hls_segment_type', 'fmp4', '-hls_segment_filename', `${name}/seg-%05d.m4s`]
  return ['-f', 'hls', '-hls_time', seconds, '-hls_playlist_type', 'vod', ...segments, `${name}/media.m3u8`]
}

/** Sets `gain`; of a long sound only ten windows are measured, which is cheaper than what our job does. */
function measureLoudness(source: string, { audio, durationSeconds }: TranscodePlan): string {
  const seconds = durationSeconds ?? 0
  const starts =
    seconds <= measuredWholeSeconds
      ? [null]
      : Array.from({ length: 10 }, (_, index) => ((index + 0.5) * seconds) / 10 - 2.5)
  const inputs = starts.flatMap((start) => [
    ...(start === null ? [] : ['-ss', start, '-t', 5]),
    ...['-vn', '-i', source],
  ])
  const graph = `${starts.map((_, index) => `[${index}:${audio!.sourceIndex}]`).join('')}concat=n=${starts.length}:v=0:a=1,ebur128=framelog=verbose`
  const command = shellCommand(
    ...['ffmpeg', '-nostdin', '-nostats', ...inputs, '-filter_complex', graph, '-f', 'null', '-']
  )
  return `gain=$(${command} 2>&1 | awk '/ I: /{i=$2} END{printf "%.2f", -16-i}')`
}

function soundGraph({ audio }: TranscodePlan): string {
  const layout = audio!.channels === 1 ? 'mono' : 'stereo'
  return (
    `[0:${audio!.sourceIndex}]aresample=48000,aformat=sample_fmts=fltp:channel_layouts=${layout},volume=\${gain}dB,` +
    'alimiter=limit=0.595:attack=5:release=100:level=0:latency=1,asplit=2[stream][file]'
  )
}

function soundOutputs({ audio }: TranscodePlan): string[] {
  const rate = ['-b:a', audio!.bitrateBps]
  return [
    shellCommand('-map', '[stream]', '-c:a', 'aac', ...rate, ...hls('audio', '4')),
    shellCommand('-map', '[file]', '-c:a', 'libmp3lame', ...rate, 'sound.mp3'),
  ]
}

function downloads({ rungs, audio }: TranscodePlan): string {
  const film = rungs.find(({ width, height }) => Math.min(width, height) <= 720) ?? rungs[0]!
  const copy = ['-c', 'copy', '-movflags', '+faststart']
  const sound = audio ? ['-i', 'audio/media.m3u8'] : []
  const ofSound = audio ? ['-map', '1:a'] : []
  return shellCommand(
    ...[...quiet, '-i', `${film.name}/media.m3u8`, ...sound],
    ...['-map', '0:v', ...ofSound, ...copy, 'download.mp4'],
    ...(audio ? [...ofSound, ...copy, 'sound.m4a'] : [])
  )
}
