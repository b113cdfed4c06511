import type { SampleTable } from './boxes/sample_table.js'
import { chooseCuts } from './cut_choice.js'
import { toNumber } from './frame_rate.js'
import { NotCopiable } from './not_copiable.js'
import type { VideoRung } from './plan.js'
import type { Fraction } from './source_probe.js'

/** The source's own pictures as a rung: which sample is shown when, and where segments begin. */
export interface CopiedRung {
  frameRate: Fraction
  width: number
  height: number
  /** `avcC` as it is. */
  configuration: Buffer
  offsets: Float64Array
  sizes: Uint32Array
  /** Of each sample, in decoding order, the place in which it is shown, from 0. */
  shownFrames: Uint32Array
  keyframes: ReadonlySet<number>
  /** How many frames later than decoded a picture is shown. */
  delayFrames: number
  /** Sample with which each segment begins, the first one 0; equally many frames are shown before it. */
  cutFrames: number[]
  averageBitrateBps: number
}

/** Times may be off the even ones by what a clock of a thousandth rounds. */
const unevenSeconds = 0.002
const mostDelayFrames = 8
/** Beyond this the pictures are nearly all keyframes, which no cap allows. */
const mostKeyframes = 30_000

/**
 * Pure: takes a source's samples for a rung.
 *
 * @param lowFactor frames of this rung for one of the slowest, which must cut at the same instants
 * @throws NotCopiable
 */
export function planCopiedRung(
  table: SampleTable,
  rung: VideoRung,
  file: { sizeBytes: number; lowFactor: number }
): CopiedRung {
  const { sizes, offsets, keyframes, configuration, width, height } = table
  if (width !== rung.width || height !== rung.height) throw new NotCopiable('size', `${width}x${height}`)
  if (sizes.some((size, index) => size < 5 || offsets[index]! + size > file.sizeBytes)) {
    throw new NotCopiable('cut_short')
  }
  if (keyframes.length > mostKeyframes) throw new NotCopiable('bitrate', `${keyframes.length} keyframes`)
  const shownFrames = evenTimes(table, toNumber(rung.frameRate))
  checkEdits(table, shownFrames.length / toNumber(rung.frameRate))
  const delayFrames = shownFrames.reduce((delay, shown, sample) => Math.max(delay, sample - shown), 0)
  if (delayFrames > mostDelayFrames) throw new NotCopiable('reordering', delayFrames)
  const cutFrames = chooseCuts(closedStarts(shownFrames, keyframes), {
    totalFrames: sizes.length,
    rung,
    lowFactor: file.lowFactor,
  })
  checkBitrate(sizes, cutFrames, rung)
  return {
    frameRate: rung.frameRate,
    ...{ width, height, configuration, offsets, sizes, shownFrames, delayFrames, cutFrames },
    keyframes: new Set(keyframes),
    averageBitrateBps: Math.round((sum(sizes) * 8 * toNumber(rung.frameRate)) / sizes.length),
  }
}

/** Holds the times against a grid without holes: each place is taken once. */
function evenTimes({ shownTicks, timescale }: SampleTable, framesPerSecond: number): Uint32Array {
  const first = shownTicks.reduce((least, ticks) => Math.min(least, ticks), Infinity)
  const frames = new Uint32Array(shownTicks.length)
  const taken = new Uint8Array(shownTicks.length)
  shownTicks.forEach((ticks, sample) => {
    const seconds = (ticks - first) / timescale
    const frame = Math.round(seconds * framesPerSecond)
    const isOff = Math.abs(frame / framesPerSecond - seconds) > unevenSeconds
    if (isOff || frame >= taken.length || taken[frame]) throw new NotCopiable('uneven_times')
    taken[frame] = 1
    frames[sample] = frame
  })
  return frames
}

/** The one edit that ordinary files have: from the first picture shown to the last. */
function checkEdits({ edits, shownTicks, timescale }: SampleTable, durationSeconds: number) {
  if (edits.length === 0) return
  const [edit] = edits
  const first = shownTicks.reduce((least, ticks) => Math.min(least, ticks), Infinity)
  const isWhole =
    edits.length === 1 &&
    edit!.isPlainRate &&
    Math.abs(edit!.mediaTicks - first) / timescale <= unevenSeconds &&
    // 0 means: to the end.
    (edit!.durationSeconds === 0 || edit!.durationSeconds > durationSeconds - 0.5 / 60)
  if (!isWhole) throw new NotCopiable('edited')
}

/** Keyframes at which what is decoded before is also shown before: nothing reaches over the cut. */
function closedStarts(shownFrames: Uint32Array, keyframes: number[]): number[] {
  const starts = new Set(keyframes)
  const closed: number[] = []
  let latest = -1
  shownFrames.forEach((shown, sample) => {
    if (starts.has(sample)) {
      if (shown !== sample || latest >= sample) throw new NotCopiable('open_groups')
      closed.push(sample)
    }
    latest = Math.max(latest, shown)
  })
  if (closed[0] !== 0) throw new NotCopiable('open_groups')
  return closed
}

/** The promise that our own encoder keeps: what is above the cap is never more than its buffer holds. */
function checkBitrate(sizes: Uint32Array, cutFrames: number[], rung: VideoRung) {
  const framesPerSecond = toNumber(rung.frameRate)
  let held = 0
  cutFrames.forEach((cut, index) => {
    const end = cutFrames[index + 1] ?? sizes.length
    const bits = 8 * sum(sizes.subarray(cut, end))
    held = Math.max(0, held + bits - (rung.maximumBitrateBps * (end - cut)) / framesPerSecond)
    if (held > rung.bufferBits)
      throw new NotCopiable('bitrate', kilobits((bits * framesPerSecond) / (end - cut)))
  })
  const average = (8 * sum(sizes) * framesPerSecond) / sizes.length
  if (average > rung.maximumBitrateBps * averageTolerance) throw new NotCopiable('bitrate', kilobits(average))
}

/** A short source may take its buffer's share above the cap; not much more than that. */
const averageTolerance = 1.05

function kilobits(bitsPerSecond: number): string {
  return `${Math.round(bitsPerSecond / 1000)} kbit/s`
}

function sum(values: Uint32Array): number {
  return values.reduce((total, value) => total + value, 0)
}
