import { limits } from '../limits.js'
import type { AudioPlan } from '../plan.js'
import { segmentSeconds } from '../segmentation.js'
import { type CommandLine, quietGlobals } from './command_line.js'
import { hlsOutput } from './hls_output.js'
import { hostileSource } from './input.js'

/** Samples of silence that ffmpeg's AAC encoder puts before the first one. */
export const encoderDelaySamples = 1024

/**
 * The sound runs in a process of its own: it is far quicker than the picture, and a broken sound
 * track cannot take the picture down.
 */
export function audioCommand(sourcePath: string, audio: AudioPlan): CommandLine {
  const source = hostileSource(sourcePath)
  const hls = hlsOutput(audio.name, String(segmentSeconds))
  return {
    inputs: [
      {
        options: [...source.options, '-err_detect', 'ignore_err', '-max_error_rate', '1'],
        url: source.url,
      },
    ],
    globals: quietGlobals,
    filterGraph: null,
    outputs: [
      {
        options: [
          '-map',
          `0:${audio.sourceIndex}`,
          '-t',
          String(limits.durationSeconds),
          '-af',
          soundFilters(audio).join(','),
          '-c:a',
          'aac',
          '-profile:a',
          'aac_low',
          '-b:a',
          String(audio.bitrateBps),
          // What the encoder puts before was made up for above; players differ in obeying edit lists of sound.
          '-hls_segment_options',
          'use_editlist=0',
          ...hls.options,
        ],
        target: hls.target,
      },
    ],
  }
}

function soundFilters(audio: AudioPlan): string[] {
  const layout = audio.channels === 1 ? 'mono' : 'stereo'
  return [
    // Clock from 0 with gaps filled; downmix with the centre (speech) at full level, effects left out.
    `aresample=${audio.sampleRateHz}:async=1:first_pts=0:clev=1:slev=0.5:lfe_mix_level=0`,
    `aformat=sample_fmts=fltp:channel_layouts=${layout}`,
    // As many samples are dropped as the encoder puts before: in step with the picture without an edit list.
    `atrim=start_sample=${encoderDelaySamples}`,
    'asetpts=PTS-STARTPTS',
  ]
}
