import { open } from 'node:fs/promises'
import { keyframeKind, readAvcConfiguration } from './boxes/nal_units.js'
import type { CopiedRung } from './copied_rung.js'
import { NotCopiable, type ReasonNotToCopy } from './not_copiable.js'

/** Parameter sets and notes for players stand before a keyframe's first slice; they take less than this. */
const lookedAtBytes = 4096

const reasons = { open: 'open_groups', changed: 'parameters_change', damaged: 'damaged' } satisfies Record<
  string,
  ReasonNotToCopy
>

/**
 * Looks into the source whether each keyframe is one after which nothing refers to what came before:
 * a file's index also lists those from which a picture only gradually becomes whole.
 *
 * @throws NotCopiable
 */
export async function checkKeyframes(path: string, copy: CopiedRung): Promise<void> {
  const configuration = readAvcConfiguration(copy.configuration)
  const buffer = Buffer.alloc(lookedAtBytes)
  const file = await open(path)
  try {
    for (const sample of copy.keyframes) {
      const length = Math.min(lookedAtBytes, copy.sizes[sample]!)
      const { bytesRead } = await file.read(buffer, 0, length, copy.offsets[sample])
      const kind = keyframeKind(buffer.subarray(0, bytesRead), configuration)
      if (kind !== 'instant') throw new NotCopiable(reasons[kind])
    }
  } catch (cause) {
    if (cause instanceof RangeError) throw new NotCopiable('damaged', '', { cause })
    throw cause
  } finally {
    await file.close()
  }
}
