import type { Marks } from './marks.js'

/** Which part of a tag is being changed: all of it, its beginning or its end. */
export type Grip = 'whole' | 'start' | 'end'

/** Shorter than this nobody sees or hears anything. */
export const SHORTEST_SECONDS = 0.2
/** How long a tag with a beginning and no end is shown, and so where its end is when it is taken hold of. */
const OPEN_SECONDS = 10

export type Timed = { startSeconds: number; endSeconds: number | null }

export const isTimed = <T extends Marks>(span: T): span is T & Timed => span.startSeconds !== null

const tenth = (seconds: number) => Math.round(seconds * 10) / 10
const between = (low: number, value: number, high: number) => Math.max(low, Math.min(value, high))
const endOf = ({ startSeconds, endSeconds }: Timed, durationSeconds: number) =>
  Math.min(endSeconds ?? startSeconds + OPEN_SECONDS, durationSeconds)

/**
 * The span with its grip moved by so many seconds, in tenths, within the video; its length stays when all of it is moved, and
 * an end never passes its beginning. An open end stays open until it is taken hold of.
 */
export function moved(span: Timed, grip: Grip, bySeconds: number, durationSeconds: number): Timed {
  const { startSeconds, endSeconds } = span
  const end = endOf(span, durationSeconds)
  if (grip === 'end') {
    const endsAt = between(startSeconds + SHORTEST_SECONDS, end + bySeconds, durationSeconds)
    return { startSeconds, endSeconds: tenth(endsAt) }
  }
  if (grip === 'start') {
    return { startSeconds: tenth(between(0, startSeconds + bySeconds, end - SHORTEST_SECONDS)), endSeconds }
  }
  const last = durationSeconds - (endSeconds === null ? SHORTEST_SECONDS : end - startSeconds)
  const startsAt = tenth(between(0, startSeconds + bySeconds, Math.max(0, last)))
  return {
    startSeconds: startsAt,
    endSeconds: endSeconds === null ? null : Math.min(tenth(startsAt + end - startSeconds), durationSeconds),
  }
}

/** The grip moved to a second: what `[` and `]` do to the tag that is chosen. */
export function movedTo(span: Timed, grip: Grip, atSeconds: number, durationSeconds: number): Timed {
  const from = grip === 'end' ? endOf(span, durationSeconds) : span.startSeconds
  return moved(span, grip, atSeconds - from, durationSeconds)
}

/** The two halves, or null where the second does not lie within the span. */
export function split(span: Timed, atSeconds: number, durationSeconds: number): [Timed, Timed] | null {
  const at = tenth(atSeconds)
  const isWithin =
    at - span.startSeconds >= SHORTEST_SECONDS && endOf(span, durationSeconds) - at >= SHORTEST_SECONDS
  if (!isWithin) return null
  return [
    { startSeconds: span.startSeconds, endSeconds: at },
    { startSeconds: at, endSeconds: span.endSeconds },
  ]
}

/** A copy that begins at a second and is as long, cut at the end of the video; null where there is no room. */
export function copied(span: Timed, atSeconds: number, durationSeconds: number): Timed | null {
  const startSeconds = tenth(atSeconds)
  if (startSeconds > durationSeconds - SHORTEST_SECONDS) return null
  if (span.endSeconds === null) return { startSeconds, endSeconds: null }
  const length = span.endSeconds - span.startSeconds
  return { startSeconds, endSeconds: Math.min(tenth(startSeconds + length), durationSeconds) }
}

/** Whether two spans are the same to the tenth in which they are kept. */
export const isSameSpan = (a: Marks, b: Marks) =>
  a.startSeconds === b.startSeconds && a.endSeconds === b.endSeconds
