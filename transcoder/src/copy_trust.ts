import type { CopiedRung } from './copied_rung.js'
import { toNumber } from './frame_rate.js'
import { NotCopiable } from './not_copiable.js'
import type { TranscodePlan } from './plan.js'

/** What decoding the picture has shown. */
export interface DecodedPicture {
  /** Of the first rung that is not copied, or of the copy where there is none. */
  frames: number
  messages: string[]
}

/** How ffmpeg's H.264 decoder, and what feeds it, begin to complain. */
const decoderComplaint = /^\[h264 @|while decoding|^\[mov,mp4/

/**
 * Pure: why a copy cannot be kept although its index promised well, null where it can. A copy is taken
 * on trust and decoded anyway for the rungs below: what had to be mended there would stop players here.
 */
export function mistrustOf(
  copy: CopiedRung,
  { rungs }: TranscodePlan,
  decoded: DecodedPicture
): NotCopiable | null {
  const counted = rungs.find(({ isCopied }) => !isCopied) ?? rungs[0]!
  const factor = Math.round(toNumber(copy.frameRate) / toNumber(counted.frameRate))
  const complaint = decoded.messages.find((line) => decoderComplaint.test(line))
  if (complaint)
    return new NotCopiable('damaged', complaint.replace(/^\[(\w+)[^\]]*\]\s*/, '$1: ').slice(0, 120))
  if (Math.abs(decoded.frames * factor - copy.sizes.length) > factor) {
    return new NotCopiable('damaged', `${decoded.frames * factor}/${copy.sizes.length}`)
  }
  return null
}
