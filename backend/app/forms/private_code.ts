import { createHash } from 'node:crypto'
import { customAlphabet } from 'nanoid'

/** Without letters and digits that are mistaken for each other on paper; 78 bits, beyond guessing. */
const draw = customAlphabet('23456789abcdefghjkmnpqrstuvwxyz', 16)

/** `k7dm-2q9x-…`: what somebody without an account looks up later with. It is shown once and kept as a digest. */
export const newCode = () => draw().replace(/(.{4})(?=.)/g, '$1-')

/** The digest of a code as people type it, with or without dashes. */
export function hashCode(code: string): string {
  const plain = code.toLowerCase().replace(/[^a-z0-9]/g, '')
  return createHash('sha256').update(`code|${plain}`).digest('hex')
}
