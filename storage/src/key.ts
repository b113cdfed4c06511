import { StorageError } from './errors.js'

/** S3 allows 1024 bytes a key; file systems allow 255 bytes a name. Both hold on both drivers. */
export const MAX_KEY_BYTES = 1024
export const MAX_SEGMENT_BYTES = 255

/** First segment that the disk driver keeps for its own files; refused everywhere so that keys can move between drivers. */
export const RESERVED_SEGMENT = '.storage'

// C0, DEL, C1, line and paragraph separators; a backslash is a separator on Windows and in careless clients
const FORBIDDEN = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\\]/u

/**
 * The one place where keys are judged. Answers the key in Unicode form NFC (Vietnamese letters typed on a Mac
 * arrive as NFD), or throws E_INVALID_KEY.
 */
export function parseKey(key: string): string {
  const problem = problemOf(key)
  if (problem) throw new StorageError('E_INVALID_KEY', `${JSON.stringify(key)} ${problem}`)
  return key.normalize('NFC')
}

/** A folder: a key followed by `/`. Throws E_INVALID_PREFIX. */
export function parsePrefix(prefix: string): string {
  const problem =
    typeof prefix === 'string' && prefix.endsWith('/')
      ? problemOf(prefix.slice(0, -1))
      : 'does not end in a slash'
  if (problem) throw new StorageError('E_INVALID_PREFIX', `${JSON.stringify(prefix)} ${problem}`)
  return prefix.normalize('NFC')
}

/** As parsePrefix, but '' is allowed and means everything. */
export function parseListPrefix(prefix: string): string {
  return prefix === '' ? '' : parsePrefix(prefix)
}

/** Whether a name found in the store is one that this package could have written. */
export function isKey(name: string): boolean {
  return problemOf(name) === null && name === name.normalize('NFC')
}

function problemOf(key: unknown): string | null {
  if (typeof key !== 'string' || key === '') return 'is empty'
  const normal = key.normalize('NFC')
  if (Buffer.byteLength(normal) > MAX_KEY_BYTES) return `is longer than ${MAX_KEY_BYTES} bytes`
  if (!normal.isWellFormed()) return 'has half a surrogate pair'
  if (FORBIDDEN.test(normal)) return 'has a control character or a backslash'
  if (normal.startsWith('/')) return 'begins with a slash'
  const segments = normal.split('/')
  if (segments[0]?.toLowerCase() === RESERVED_SEGMENT)
    return `begins with the reserved name ${RESERVED_SEGMENT}`
  for (const segment of segments) {
    if (segment === '') return 'has an empty segment'
    if (segment === '.' || segment === '..') return 'has a dot segment'
    if (Buffer.byteLength(segment) > MAX_SEGMENT_BYTES) return `has a segment over ${MAX_SEGMENT_BYTES} bytes`
  }
  return null
}
