import { type FileHandle, open, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { segmentFile } from './arguments/hls_output.js'
import { pictureInit } from './boxes/picture_init.js'
import { pictureSegmentHead } from './boxes/picture_segment.js'
import type { CopiedRung } from './copied_rung.js'
import { TranscodeError } from './failures.js'
import { segmentUri } from './rendition_folder.js'

/**
 * Writes the source's own pictures as a rung's init and media segments, into its folder. Each segment
 * gets its name once it is whole, as the encoders' do. Waits for `next` after each, so that a long source
 * does not stand in the way of the rungs that are still being encoded.
 */
export async function copyRung(
  sourcePath: string,
  copy: CopiedRung,
  target: { folder: string; signal: AbortSignal; next(made: number): Promise<void> }
): Promise<void> {
  const { timescale, frameTicks } = clockOf(copy)
  const delayTicks = copy.delayFrames * frameTicks
  await writeFile(join(target.folder, segmentFile.init), pictureInit({ ...copy, timescale, delayTicks }))
  const source = await open(sourcePath)
  try {
    for (const [index, cut] of copy.cutFrames.entries()) {
      if (target.signal.aborted) {
        const { reason: cause } = target.signal
        throw new TranscodeError('E_CANCELLED', 'the transcode was cancelled', { cause })
      }
      const end = copy.cutFrames[index + 1] ?? copy.sizes.length
      const head = pictureSegmentHead({
        sequence: index + 1,
        startTicks: cut * frameTicks,
        durationTicks: frameTicks,
        samples: samplesOf(copy, cut, end, frameTicks),
      })
      const path = join(target.folder, segmentUri(index + 1))
      await writeFile(`${path}.part`, Buffer.concat([head, ...(await readSamples(source, copy, cut, end))]))
      await rename(`${path}.part`, path)
      await target.next(index + 1)
    }
  } finally {
    await source.close()
  }
}

/** A clock in which a frame is a whole number of ticks; fine enough for players that expect thousandths. */
function clockOf({ frameRate }: CopiedRung) {
  const finer = frameRate.numerator < 10_000 ? 512 : 1
  return { timescale: frameRate.numerator * finer, frameTicks: frameRate.denominator * finer }
}

function samplesOf(copy: CopiedRung, from: number, end: number, frameTicks: number) {
  return Array.from({ length: end - from }, (_, index) => {
    const sample = from + index
    const laterFrames = copy.shownFrames[sample]! + copy.delayFrames - sample
    return {
      sizeBytes: copy.sizes[sample]!,
      offsetTicks: laterFrames * frameTicks,
      isKeyframe: copy.keyframes.has(sample),
    }
  })
}

/** The bytes of samples, those that lie side by side in one go. */
async function readSamples(source: FileHandle, { offsets, sizes }: CopiedRung, from: number, end: number) {
  const parts: Buffer[] = []
  for (let first = from; first < end;) {
    let after = first + 1
    let length = sizes[first]!
    while (after < end && offsets[after] === offsets[first]! + length) length += sizes[after++]!
    const bytes = Buffer.alloc(length)
    const { bytesRead } = await source.read(bytes, 0, length, offsets[first])
    if (bytesRead < length) {
      throw new TranscodeError('E_SOURCE_UNREADABLE', 'the source became shorter while it was copied')
    }
    parts.push(bytes)
    first = after
  }
  return parts
}
