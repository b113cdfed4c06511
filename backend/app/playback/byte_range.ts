import type { ByteRange } from '@hub/storage'

/** The one range of a `Range: bytes=…` header; undefined where the whole is to be sent (no header, several ranges, other units). */
export function parseRange(header: string | undefined): ByteRange | undefined {
  const match = /^bytes=(\d{1,15})-(\d{0,15})$/.exec(header ?? '')
  if (!match) return undefined
  const start = Number(match[1])
  if (match[2] === '') return { start }
  const end = Number(match[2])
  // A range that ends before it begins is to be ignored (RFC 9110, 14.1.1)
  return end < start ? undefined : { start, end }
}
