import type { AudioPlan } from '../plan.js'

/** Decoder options of a sound track: what can be decoded is, whatever is damaged around it. */
export const soundInput = ['-vn', '-err_detect', 'ignore_err', '-max_error_rate', '1']

/**
 * The common beginning: a clock from 0 with gaps filled, and a downmix with the centre (where speech
 * is) at full level, the surround quieter and effects left out.
 */
export function evenSound(audio: AudioPlan): string[] {
  const layout = audio.channels === 1 ? 'mono' : 'stereo'
  return [
    `aresample=${audio.sampleRateHz}:async=1:first_pts=0:clev=1:slev=0.5:lfe_mix_level=0`,
    `aformat=sample_fmts=fltp:channel_layouts=${layout}`,
  ]
}
