import { StorageError } from './errors.js'
import type { ByteRange } from './types.js'

/**
 * Clips a range at the object's end (RFC 9110, 14.1.2). E_RANGE_NOT_SATISFIABLE, carrying the object's size,
 * when no byte of the object lies in it or the range itself is nonsense.
 */
export function resolveRange(
  key: string,
  range: ByteRange,
  sizeBytes: number
): { start: number; end: number } {
  const end = Math.min(range.end ?? Infinity, sizeBytes - 1)
  if (!isRange(range) || range.start > end) {
    const asked = `${range.start}-${range.end ?? ''}`
    throw new StorageError('E_RANGE_NOT_SATISFIABLE', `${key}, bytes ${asked} of ${sizeBytes}`, { sizeBytes })
  }
  return { start: range.start, end }
}

/** Whether both ends are whole numbers in the right order. */
export function isRange({ start, end }: ByteRange): boolean {
  return (
    Number.isSafeInteger(start) &&
    start >= 0 &&
    (end === undefined || (Number.isSafeInteger(end) && end >= start))
  )
}
