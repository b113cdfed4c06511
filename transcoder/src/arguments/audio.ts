import { limits } from '../limits.js'
import type { AudioPlan } from '../plan.js'
import { segmentSeconds } from '../segmentation.js'
import { type CommandLine, quietGlobals } from './command_line.js'
import { hlsOutput } from './hls_output.js'
import { hostileSource } from './input.js'
import { evenSound, levelled, soundInput } from './sound_filters.js'

/** Samples of silence that ffmpeg's AAC encoder puts before the first one. */
export const encoderDelaySamples = 1024

/** Where the loudness of what is made is written, ten times a second so far; the last one counts. */
export const madeLoudnessLog = (name: string) => `${name}-loudness.txt`

/**
 * A sound track runs in a process of its own: it is far quicker than the picture, and a broken track
 * cannot take the picture down.
 *
 * @param gainDb from the measured loudness to the wanted one; 0 where it could not be measured
 */
export function audioCommand(sourcePath: string, audio: AudioPlan, gainDb: number): CommandLine {
  const source = hostileSource(sourcePath)
  const even = `[0:${audio.sourceIndex}]${[...evenSound(audio), ...levelled(gainDb), ...measured(audio)].join(',')}`
  // As many samples are dropped as the encoder puts before: in step with the picture without an edit list.
  const inStep = `atrim=start_pts=${encoderDelaySamples},asetpts=PTS-${encoderDelaySamples}[stream]`
  return {
    inputs: [{ options: [...source.options, ...soundInput], url: source.url }],
    globals: quietGlobals,
    filterGraph: `${even},${inStep}`,
    outputs: [streamOutput(audio)],
  }
}

/** On its way; the measurement takes and gives 64-bit samples. */
function measured(audio: AudioPlan): string[] {
  return [
    'ebur128=framelog=verbose:metadata=1',
    `ametadata=mode=print:key=lavfi.r128.I:file=${madeLoudnessLog(audio.name)}`,
    'aformat=sample_fmts=fltp',
  ]
}

function streamOutput(audio: AudioPlan) {
  const hls = hlsOutput(audio.name, String(segmentSeconds))
  const options = [
    '-map',
    '[stream]',
    '-t',
    String(limits.durationSeconds),
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
  ]
  return { options, target: hls.target }
}
