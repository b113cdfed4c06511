import type { TranscodePlan, VideoRung } from './plan.js'

/** SVT-AV1's scale ends at 63; this looks like x264's 23 at about two thirds of the bits. */
const crf = 36
const shareOfCap = 0.65
/** Smaller pictures save too little to be encoded, kept and listed twice. */
const leastShortSide = 360

/**
 * Pure: the same pictures once more in AV1, for clients that decode it. Without sound, which all variants share, and in
 * whole segments only: nobody waits for the first one, and this encoder takes no keyframes but regular ones.
 */
export function planAv1(plan: TranscodePlan): TranscodePlan {
  const worthwhile = plan.rungs.filter(({ width, height }) => Math.min(width, height) >= leastShortSide)
  const rungs = worthwhile.length > 0 ? worthwhile : plan.rungs.slice(0, 1)
  return { ...plan, rungs: rungs.map(inAv1), audio: null, otherAudio: [], storyboard: null }
}

function inAv1(rung: VideoRung): VideoRung {
  const maximumBitrateBps = Math.round((rung.maximumBitrateBps * shareOfCap) / 10_000) * 10_000
  return {
    ...rung,
    name: rung.name.replace('v', 'a'),
    cutFrames: null,
    isCopied: false,
    crf,
    maximumBitrateBps,
    bufferBits: 2 * maximumBitrateBps,
  }
}
