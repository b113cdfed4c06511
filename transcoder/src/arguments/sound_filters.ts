import type { AudioPlan } from '../plan.js'

/** Decoder options of a sound track: what can be decoded is, whatever is damaged around it. */
export const soundInput = ['-vn', '-err_detect', 'ignore_err', '-max_error_rate', '1']

/**
 * The common beginning: gaps filled, and a downmix with the centre (where speech is) at full level, the
 * surround quieter and effects left out. Silence before a late beginning only where it is needed: a
 * track that changes its format midway starts these filters anew, and would get it there again.
 */
export function evenSound(audio: AudioPlan): string[] {
  const layout = audio.channels === 1 ? 'mono' : 'stereo'
  const start = audio.startsLate ? ':first_pts=0' : ''
  return [
    `aresample=${audio.sampleRateHz}:async=1${start}:clev=1:slev=0.5:lfe_mix_level=0`,
    `aformat=sample_fmts=fltp:channel_layouts=${layout}`,
  ]
}
