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

/** −4.5 dBFS: what lies between samples, and the 1 dB or so that AAC adds, stay below −1.5 dBTP. */
const limiterCeiling = 0.595

/** The measured gain, and a limiter for the peaks that it makes too high. */
export function levelled(gainDb: number): string[] {
  return [
    ...(gainDb === 0 ? [] : [`volume=${gainDb.toFixed(2)}dB`]),
    `alimiter=limit=${limiterCeiling}:attack=5:release=100:level=0:latency=1`,
  ]
}
