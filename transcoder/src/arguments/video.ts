import { toNumber } from '../frame_rate.js'
import { limits } from '../limits.js'
import type { PicturePlan, TranscodePlan, VideoRung } from '../plan.js'
import { keyframesOf, longestFrames } from '../segmentation.js'
import { type CommandLine, quietGlobals } from './command_line.js'
import { hlsOutput } from './hls_output.js'
import { hostileSource } from './input.js'
import { pictureGraph } from './picture_graph.js'
import { storyboardOutput } from './storyboard.js'

/** The one process that decodes the picture and encodes every rung that is not copied. */
export function videoCommand(sourcePath: string, plan: TranscodePlan): CommandLine {
  const encoded = plan.rungs.filter(({ isCopied }) => !isCopied)
  // A copy alone is decoded nevertheless: for the storyboard, and to see that it can be.
  const rungs = encoded.length > 0 ? encoded : plan.rungs
  return {
    inputs: [pictureInput(sourcePath, plan.picture)],
    globals: quietGlobals,
    filterGraph: pictureGraph({ ...plan, rungs }),
    outputs: [
      ...rungs.map((rung) => (rung.isCopied ? noOutput(rung) : rungOutput(rung, rung.name))),
      ...(plan.storyboard ? [storyboardOutput('[storyboard]')] : []),
    ],
  }
}

/**
 * B frames are shown two frames later than they are decoded. At one frame a second that is two
 * seconds, which hls.js takes for a gap; slow pictures gain little by them.
 */
const reorderedFromFramesPerSecond = 15

/**
 * Quantisers that follow the
 * light of each picture (`aq-mode` 2), and coefficients that are weighed (`trellis`), take 1 to 10 % fewer bytes at the same
 * SSIM for a tenth more time; looking further ahead or at more references takes as much again and holds back the beginning.
 */
export const qualityParameters = 'aq-mode=2:trellis=1'

/** Besides, headers that do not depend on the content: parts of two encodes fit under one init segment. */
const encoderParameters = `stitchable=1:open-gop=0:${qualityParameters}`

/** Where the head start is made, and how many whole segments it has (the short ones together are the first). */
export const headFolder = 'head'
const headSegments = 1

/**
 * The first seconds of the lowest rung alone, to have something to play while the whole ladder gets
 * under way. Its segments take the place of the ladder's own.
 */
export function headCommand(sourcePath: string, plan: TranscodePlan): CommandLine {
  const lowest = plan.rungs.at(-1)!
  const output = rungOutput(lowest, headFolder)
  return {
    inputs: [pictureInput(sourcePath, plan.picture)],
    globals: quietGlobals,
    filterGraph: pictureGraph({ ...plan, rungs: [lowest], storyboard: null }),
    outputs: [
      { ...output, options: ['-frames:v', String(headSegments * lowest.segmentFrames), ...output.options] },
    ],
  }
}

/** The source with decoder options that show what can be decoded, whatever is damaged around it. */
export function pictureInput(
  sourcePath: string,
  picture: PicturePlan | null
): { options: string[]; url: string } {
  const source = hostileSource(sourcePath)
  const options = [
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
    ...(picture?.alphaOverBlack ? alphaDecoder(picture.codec) : []),
  ]
  return { options: [...source.options, '-an', ...options], url: source.url }
}

/** ffmpeg's own VP8 and VP9 decoders leave the alpha plane out. */
function alphaDecoder(codec: string): string[] {
  return codec === 'vp9' || codec === 'vp8' ? ['-c:v', codec === 'vp9' ? 'libvpx-vp9' : 'libvpx'] : []
}

/** Decoded and counted only. */
function noOutput({ name }: VideoRung): { options: string[]; target: string } {
  return { options: ['-map', `[${name}]`, '-f', 'null'], target: '-' }
}

function rungOutput(rung: VideoRung, folder: string): { options: string[]; target: string } {
  // Keyframes are where we force them, so every one of them starts a segment.
  const hls = hlsOutput(folder, '0.01')
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
      String(2 * longestFrames(rung)),
      '-keyint_min',
      String(longestFrames(rung)),
      ...(toNumber(rung.frameRate) < reorderedFromFramesPerSecond ? ['-bf', '0'] : []),
      '-forced-idr',
      '1',
      '-force_key_frames',
      keyframesOf(rung),
      '-x264-params',
      encoderParameters,
      // The first picture is shown at 0: the reordering delay becomes one plain edit list entry.
      '-avoid_negative_ts',
      'disabled',
      ...hls.options,
    ],
    target: hls.target,
  }
}
