import { type CopiedRung, planCopiedRung } from './copied_rung.js'
import { decided } from './decisions.js'
import { toNumber } from './frame_rate.js'
import { headerMisfits } from './header_fit.js'
import { checkKeyframes } from './keyframe_check.js'
import { NotCopiable } from './not_copiable.js'
import type { TranscodePlan, VideoRung } from './plan.js'
import { segmentSeconds } from './segmentation.js'
import { readSourceIndex } from './source_index.js'
import type { SourceProbe } from './source_probe.js'

/**
 * Decides whether the top rung is the source's own picture, and says so in the plan's decisions. All
 * rungs of the plan then cut where the source can be cut.
 */
export async function planWithCopy(
  source: SourceProbe,
  plan: TranscodePlan
): Promise<{ plan: TranscodePlan; copy: CopiedRung | null }> {
  const top = plan.rungs[0]
  if (!top || !plan.picture) return { plan, copy: null }
  try {
    const misfits = headerMisfits(source, plan.picture, top)
    if (misfits.length > 0) return { plan: withReasons(plan, top, misfits), copy: null }
    const copy = await lookInto(source, top, plan.rungs.at(-1)!)
    return { plan: withCopy(plan, top, copy), copy }
  } catch (cause) {
    if (!(cause instanceof NotCopiable)) throw cause
    return { plan: withReasons(plan, top, [cause]), copy: null }
  }
}

async function lookInto(source: SourceProbe, top: VideoRung, lowest: VideoRung): Promise<CopiedRung> {
  const table = await readSourceIndex(source.path, source.video!.trackId!)
  const lowFactor = Math.round(toNumber(top.frameRate) / toNumber(lowest.frameRate))
  const copy = planCopiedRung(table, top, { sizeBytes: source.sizeBytes, lowFactor })
  await checkKeyframes(source.path, copy)
  return copy
}

function withReasons(plan: TranscodePlan, top: VideoRung, misfits: NotCopiable[]): TranscodePlan {
  const reasons = misfits.map(({ reason, detail }) =>
    decided('not_copied', { rendition: top.name, reason, detail })
  )
  return { ...plan, decisions: [...plan.decisions, ...reasons] }
}

function withCopy(plan: TranscodePlan, top: VideoRung, copy: CopiedRung): TranscodePlan {
  const rungs = plan.rungs.map((rung) => {
    const factor = Math.round(toNumber(top.frameRate) / toNumber(rung.frameRate))
    return { ...rung, isCopied: rung === top, cutFrames: copy.cutFrames.map((frame) => frame / factor) }
  })
  const { averageBitrateBps, cutFrames } = copy
  const decision = decided('copied', {
    rendition: top.name,
    segments: cutFrames.length,
    kilobitsPerSecond: Math.round(averageBitrateBps / 1000),
  })
  const ends = [...cutFrames.slice(1), copy.sizes.length]
  const longestFrames = Math.max(...ends.map((end, index) => end - cutFrames[index]!))
  return {
    ...plan,
    rungs,
    targetDurationSeconds: Math.max(segmentSeconds, Math.round(longestFrames / toNumber(top.frameRate))),
    decisions: [...plan.decisions, decision],
  }
}
