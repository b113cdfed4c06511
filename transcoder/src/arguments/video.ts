import { limits } from '../limits.js'
import type { PicturePlan, TranscodePlan, VideoRung } from '../plan.js'
import { keyframeExpression } from '../segmentation.js'
import { type CommandLine, quietGlobals } from './command_line.js'
import { hlsOutput } from './hls_output.js'
import { hostileSource } from './input.js'
import { pictureGraph } from './picture_graph.js'

/** The one process that decodes the picture and encodes every rung. */
export function videoCommand(sourcePath: string, plan: TranscodePlan): CommandLine {
  const source = hostileSource(sourcePath)
  return {
    inputs: [{ options: [...source.options, ...pictureInput(plan.picture)], url: source.url }],
    globals: [...quietGlobals, '-filter_complex_threads', '2'],
    filterGraph: pictureGraph(plan),
    outputs: plan.rungs.map(rungOutput),
  }
}

/** Decoder options: show what can be decoded, whatever is damaged around it. */
export function pictureInput(picture: PicturePlan): string[] {
  return [
    '-max_pixels',
    String(limits.pixels),
    '-err_detect',
    'ignore_err',
    // Give up only when the stream ends, not at a share of damaged packets.
    '-max_error_rate',
    '1',
    // We turn the picture ourselves, after making it small.
    '-noautorotate',
    // A change of size midway must not start the graph (and its clock) anew.
    '-reinit_filter',
    '0',
    ...(picture.alphaOverBlack ? alphaDecoder(picture.codec) : []),
  ]
}

/** ffmpeg's own VP8 and VP9 decoders leave the alpha plane out. */
function alphaDecoder(codec: string): string[] {
  return codec === 'vp9' || codec === 'vp8' ? ['-c:v', codec === 'vp9' ? 'libvpx-vp9' : 'libvpx'] : []
}

function rungOutput(rung: VideoRung): { options: string[]; target: string } {
  // Keyframes are where we force them, so every one of them starts a segment.
  const hls = hlsOutput(rung.name, '0.01')
  return {
    options: [
      '-map',
      `[${rung.name}]`,
      '-t',
      String(limits.durationSeconds),
      '-c:v',
      'libx264',
      '-preset',
      'veryfast',
      '-profile:v',
      'high',
      '-level:v',
      rung.level,
      '-crf',
      String(rung.crf),
      '-maxrate',
      String(rung.maximumBitrateBps),
      '-bufsize',
      String(rung.bufferBits),
      // Scene changes become I frames that are no IDR frames: x264 makes those only past keyint_min.
      '-g',
      String(2 * rung.segmentFrames),
      '-keyint_min',
      String(rung.segmentFrames),
      '-forced-idr',
      '1',
      '-force_key_frames',
      keyframeExpression(rung),
      // Headers that do not depend on the content: parts of two encodes fit under one init segment.
      '-x264-params',
      'stitchable=1:open-gop=0',
      // The first picture is shown at 0: the reordering delay becomes one plain edit list entry.
      '-avoid_negative_ts',
      'disabled',
      ...hls.options,
    ],
    target: hls.target,
  }
}
