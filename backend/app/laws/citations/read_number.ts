import type { TextToken } from '#app/core/vietnamese_text'
import { normaliseCode, padSequence, type LawNumber } from '../law_number.js'
import { kindAt, labelOf } from './words.js'

const HYPHENS = new Set(['-', '–', '—', '‐', '−'])
const KIND_CODE = /^(nd|qd|nq|nqlt|pl|tt|ttlt|ct|kh|vbhn|l|lenh|tb|cd)$/
const WHOLE_CODE =
  /^(qh\d{1,2}|ubtvqh\d{0,2}|ndcp|qdttg|qdubnd|qdhdnd|ctttg|nqhdnd|nqcp|nqhdtp|tt[b][a-z]{1,6})$/
const ISSUER = /^(cp|ttg|ubnd|hdnd|hdtp|ubtvqh\d*|vpqh|vpcp|ctn|qh\d*|tandtc|vksndtc|b[a-z]{1,6}|tw)$/
const YEAR = /^(19[4-9]\d|20\d\d)$/

const isCapital = (token: TextToken) =>
  token.raw.length >= 2 &&
  token.raw.normalize('NFC').replace('TTg', 'TTG') === token.raw.normalize('NFC').toUpperCase()

export const isYear = (token: TextToken | undefined) => token?.kind === 'number' && YEAR.test(token.folded)

interface Code {
  /** As written, hyphens tight. */
  text: string
  parts: number
  known: boolean
  next: number
}

/** One part with the digits that belong to it: `QH15`, `QH 15`, `UBTVQH11`. */
function codePart(tokens: TextToken[], at: number): { text: string; next: number } | null {
  const word = tokens[at]
  if (word?.kind !== 'word') return null
  const digits = tokens[at + 1]
  const ofAssembly = /qh$/.test(word.folded) && digits?.raw.length === 2
  if (digits?.kind === 'number' && digits.raw.length <= 2 && (digits.glued || ofAssembly)) {
    return { text: word.exact + digits.folded, next: at + 2 }
  }
  return { text: word.exact, next: at + 1 }
}

function continues(tokens: TextToken[], at: number): number | null {
  const [hyphen, word] = [tokens[at], tokens[at + 1]]
  if (hyphen && HYPHENS.has(hyphen.exact)) {
    if (word?.kind !== 'word' || labelOf(word) !== null || kindAt(tokens, at + 1)?.short === false)
      return null
    if (ISSUER.test(word.folded)) return at + 1
    return (hyphen.glued || word.glued) && (isCapital(word) || (hyphen.glued && word.glued)) ? at + 1 : null
  }
  // `NĐ CP`: the hyphen was left out.
  const isIssuer = hyphen?.kind === 'word' && isCapital(hyphen) && /^(cp|ttg|ubnd|hdnd)$/.test(hyphen.folded)
  return isIssuer ? at : null
}

function codeAt(tokens: TextToken[], at: number): Code | null {
  const first = codePart(tokens, at)
  const word = tokens[at]
  if (!first || !word) return null
  const folded = word.folded + first.text.slice(word.exact.length)
  const known = KIND_CODE.test(folded) || WHOLE_CODE.test(folded)
  if (!known && !isCapital(word)) return null
  let { text, next } = first
  let parts = WHOLE_CODE.test(folded) ? 2 : 1
  for (let more = continues(tokens, next); more !== null && parts < 8; more = continues(tokens, next)) {
    const part = codePart(tokens, more)
    if (!part) break
    text += `-${part.text}`
    parts++
    next = part.next
  }
  return { text, parts, known, next }
}

export interface NumberReading {
  number: LawNumber
  /** Its code is one of documents, and not that of a contract or a licence. */
  known: boolean
  next: number
}

/** `36-2024-qh15`, as in our own addresses. */
function asSlug(tokens: TextToken[], at: number): { number: Partial<LawNumber>; next: number } | null {
  const [first, year, second, word] = tokens.slice(at + 1, at + 5)
  if (first?.exact !== '-' || !first.glued || !isYear(year) || second?.exact !== '-' || !word?.glued)
    return null
  const code = codeAt(tokens, at + 4)
  return code?.known && code.parts > 0
    ? { number: { year: year?.folded, code: normaliseCode(code.text) }, next: code.next }
    : null
}

/**
 * A document number at this token: `31/2024/QH15`, `471/QĐ-TTg`, `168/2024`, and just `168` (which only counts
 * after a kind). Not the end of a date or of a longer number, and no `24/7`, `5g/lít`.
 */
export function readNumber(tokens: TextToken[], at: number): NumberReading | null {
  const sequence = tokens[at]
  if (sequence?.kind !== 'number' || sequence.raw.length > 6) return null
  const before = tokens[at - 1]
  if (sequence.glued && before && /^[/.,‐–—-]$/.test(before.exact)) return null
  const plain = { sequence: padSequence(sequence.folded), year: null, code: null }
  const slash = tokens[at + 1]
  const slug = asSlug(tokens, at)
  if (slug) return { number: { ...plain, ...slug.number }, known: true, next: slug.next }
  if (slash?.exact !== '/') return { number: plain, known: false, next: at + 1 }
  const second = tokens[at + 2]
  if (isYear(second)) {
    const year = second?.folded ?? null
    const sign = tokens[at + 3]
    if (sign?.exact === '/' && tokens[at + 4]?.kind === 'number') return null
    const joined = sign?.exact === '/' || (sign && HYPHENS.has(sign.exact) && sign.glued) ? at + 4 : at + 3
    const code = joined === at + 4 || sign?.glued || sign?.folded === 'qh' ? codeAt(tokens, joined) : null
    if (!code) return { number: { ...plain, year }, known: false, next: at + 3 }
    return { number: { ...plain, year, code: normaliseCode(code.text) }, known: code.known, next: code.next }
  }
  const code = codeAt(tokens, at + 2)
  if (!code || code.parts < 2) return null
  return { number: { ...plain, code: normaliseCode(code.text) }, known: code.known, next: code.next }
}
