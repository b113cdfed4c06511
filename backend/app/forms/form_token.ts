import { createHmac, timingSafeEqual } from 'node:crypto'
import { newId } from '#app/core/ids'

export const formPurposes = ['question', 'report'] as const
export type FormPurpose = (typeof formPurposes)[number]

/** What a form was given when it was opened; signed, so that nothing of it needs to be kept until the form is sent. */
export interface FormToken {
  /** Kept once it has been used: a token sends one form. */
  id: string
  purpose: FormPurpose
  videoId: string
  issuedAtMs: number
  /** Leading zero bits that the proof of work must have. */
  difficultyBits: number
}

/** Long enough to watch a skit and think, short enough that none can be kept in stock. */
export const tokenLifetimeMs = 3 * 3_600_000

export function issueToken(given: Omit<FormToken, 'id'>, key: string): string {
  const { purpose, videoId, issuedAtMs, difficultyBits } = given
  const body = [newId(), purpose, videoId, issuedAtMs.toString(36), difficultyBits].join('.')
  return `${body}.${sign(body, key)}`
}

/** Null for what is forged, cut, too old, from the future or for another form. */
export function readToken(
  text: string,
  expected: { purpose: FormPurpose; videoId: string; nowMs: number; key: string }
): FormToken | null {
  const parts = text.split('.')
  if (parts.length !== 6) return null
  const [id, purpose, videoId, issued, bits, signature] = parts as [
    string,
    string,
    string,
    string,
    string,
    string,
  ]
  if (!isSame(signature, sign(parts.slice(0, 5).join('.'), expected.key))) return null
  if (purpose !== expected.purpose || videoId !== expected.videoId) return null
  const issuedAtMs = parseInt(issued, 36)
  const ageMs = expected.nowMs - issuedAtMs
  if (ageMs < 0 || ageMs > tokenLifetimeMs) return null
  return { id, purpose: expected.purpose, videoId, issuedAtMs, difficultyBits: Number(bits) }
}

/** The prefix binds the signature to forms: the key signs other things too. */
const sign = (body: string, key: string) =>
  createHmac('sha256', key).update(`form-token|${body}`).digest('base64url')

function isSame(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}
