import { limits } from '../limits.js'
import type { TranscodePlan, VideoRung } from '../plan.js'
import { type CommandLine, quietGlobals } from './command_line.js'
import { hlsOutput } from './hls_output.js'
import { pictureGraph } from './picture_graph.js'
import { pictureInput } from './video.js'

/** From 0, the best, to 13: about the time that x264 takes at `veryfast`, four to five times over. */
const preset = '8'

/** All AV1 rungs from one decode, as the H.264 ladder is made. */
export function av1Command(sourcePath: string, plan: TranscodePlan): CommandLine {
  return {
    inputs: [pictureInput(sourcePath, plan.picture)],
    globals: quietGlobals,
    filterGraph: pictureGraph(plan),
    outputs: plan.rungs.map(rungOutput),
  }
}

function rungOutput(rung: VideoRung) {
  // Keyframes come at each whole segment and nowhere else, so every one of them starts one.
  const hls = hlsOutput(rung.name, '0.01')
  return {
    options: [
      '-map',
      `[${rung.name}]`,
      '-t',
      String(limits.durationSeconds),
      '-c:v',
      'libsvtav1',
      '-preset',
      preset,
      '-crf',
      String(rung.crf),
      '-maxrate',
      String(rung.maximumBitrateBps),
      '-bufsize',
      String(rung.bufferBits),
      '-g',
      String(rung.segmentFrames),
      ...hls.options,
    ],
    target: hls.target,
  }
}
