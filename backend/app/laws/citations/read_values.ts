import type { TextToken } from '#app/core/vietnamese_text'
import { compareParts, isPoint, POINT_LETTERS } from '../provision.js'
import {
  AFTER_LIST,
  AND,
  ARTICLE,
  CLAUSE,
  isOneOf,
  kindAt,
  labelOf,
  NUMBER_SIGN,
  POINT,
  UP_TO,
  words,
  type ProvisionLevel,
} from './words.js'

/** How many provisions ranges may still be spelled out into: an answer stays small whatever the text asks for. */
export interface RangeBudget {
  left: number
}

const LONGEST_RANGE = 1000
const LONGEST_ROW = 20
const HYPHENS = new Set(['-', '–', '—', '‐', '−'])
const OPENING = new Set(['“', '"', "'", '‘', '(', '«', '”'])
const CLOSING = new Set(['”', '"', "'", '’', ')', '»'])
const LIST_SIGNS = new Set([',', ';', '&'])
const UP_TO_EXTRA = words('cho', 'hết')
const ORDINAL = words('thứ')
const CLOSES_LIST = new Set([...'.,;:)]}!?"”’»“(', "'", '…', '-', '–'])

export interface Value {
  value: string
  /** Index of the token after it. */
  next: number
}

function pointAt(tokens: TextToken[], at: number): Value | null {
  const open = OPENING.has(tokens[at]?.exact ?? '')
  const start = open ? at + 1 : at
  const letter = tokens[start]
  if (letter?.kind !== 'word') return null
  let value = letter.exact === 'dd' ? 'đ' : letter.exact
  if (value.length !== 1 || !isPoint(value)) return null
  let next = start + 1
  const digits = tokens[next]
  if (digits?.kind === 'number' && digits.glued && digits.raw.length <= 2) {
    value += digits.folded
    next++
  }
  const closing = tokens[next]
  if (closing && CLOSING.has(closing.exact) && (open || (closing.glued && closing.exact === ')'))) next++
  return { value, next }
}

function numberedAt(tokens: TextToken[], start: number): Value | null {
  const at = isOneOf(tokens[start], NUMBER_SIGN) || isOneOf(tokens[start], ORDINAL) ? start + 1 : start
  const digits = tokens[at]
  if (digits?.kind !== 'number' || digits.raw.length > 4 || !/^[1-9]/.test(digits.folded.replace(/^0+/, '')))
    return null
  const number = digits.folded.replace(/^0+/, '')
  const [after, beyond] = [tokens[at + 1], tokens[at + 2]]
  // 3.000.000, 24/7, 5%: a figure, not a place in a law.
  const joined = after?.glued && beyond?.glued && beyond.kind === 'number'
  if (joined && (after.exact === '/' || (after.exact === '.' && beyond.raw.length === 3))) return null
  if (after?.exact === '%') return null
  const isSuffix = after?.kind === 'word' && after.glued && /^[a-zđ]$/.test(after.exact)
  const belongsToNext = beyond?.kind === 'number' && beyond.glued
  const isAmount = beyond?.glued && beyond.exact === '/'
  if (isSuffix && !belongsToNext && !isAmount) return { value: number + after.exact, next: at + 2 }
  return { value: number, next: at + 1 }
}

export const valueAt = (tokens: TextToken[], at: number, level: ProvisionLevel): Value | null =>
  level === POINT ? pointAt(tokens, at) : numberedAt(tokens, at)

/** Whether a list of bare values may end before this token; `Điều 5, 3 người` does not name Điều 3. */
function closesList(token: TextToken | undefined, tokens: TextToken[], at: number): boolean {
  if (!token || token.afterBlankLine) return true
  if (token.kind === 'sign') return CLOSES_LIST.has(token.exact)
  if (token.kind === 'number') return false
  if (labelOf(token) !== null || kindAt(tokens, at) || isOneOf(token, AND) || isOneOf(token, AFTER_LIST))
    return true
  if (isOneOf(token, UP_TO)) return true
  const capitals = token.raw.length >= 2 && token.raw === token.raw.toUpperCase()
  const shorthand = /^[dđk]$/.test(token.exact) && tokens[at + 1]?.kind === 'number'
  return capitals || shorthand || /^(bl|hn|tt|bh)/.test(token.folded)
}

function rangeSign(tokens: TextToken[], at: number): number | null {
  let next = at
  if (isOneOf(tokens[next], UP_TO_EXTRA)) next++
  const sign = tokens[next]
  if (!isOneOf(sign, UP_TO) && !(sign && HYPHENS.has(sign.exact))) return null
  next++
  return isOneOf(tokens[next], UP_TO_EXTRA) ? next + 1 : next
}

function listSign(tokens: TextToken[], at: number, level: ProvisionLevel): number | null {
  let next = at
  for (; next < at + 4; next++) {
    const token = tokens[next]
    const slash = token?.exact === '/' && (level === POINT || next > at)
    if (!token || token.afterBlankLine) break
    if (!LIST_SIGNS.has(token.exact) && !isOneOf(token, AND) && !slash) break
  }
  return next > at ? next : null
}

function spellOut(from: string, to: string, level: ProvisionLevel, budget: RangeBudget): string[] {
  const ends = [from, to]
  if (compareParts(from, to) >= 0) return ends
  if (level === POINT) {
    const letters: readonly string[] = POINT_LETTERS
    const [first, last] = ends.map((letter) => letters.indexOf(letter)) as [number, number]
    return first < 0 || last < 0 ? ends : letters.slice(first, last + 1)
  }
  const [first, last] = ends.map((number) => Number.parseInt(number, 10)) as [number, number]
  const [firstLetter, lastLetter] = ends.map((number) => number.replace(/^\d+/, '')) as [string, string]
  if (first === last) {
    // 2a đến 2c: the letters that amendments add.
    const letters: readonly string[] = POINT_LETTERS
    const [begin, end] = [letters.indexOf(firstLetter), letters.indexOf(lastLetter)]
    return end < 0 ? ends : letters.slice(Math.max(begin, 0), end + 1).map((letter) => `${first}${letter}`)
  }
  const length = last - first + 1
  if (length > LONGEST_RANGE || length > budget.left) return ends
  budget.left -= length
  const numbers = Array.from({ length }, (_, offset) => String(first + offset))
  numbers[0] = from
  return lastLetter ? [...numbers, to] : numbers
}

/** `điều 51 52 53 luật …`, as speech is written down: numbers side by side, if what follows is part of a citation. */
function numbersInARow(tokens: TextToken[], at: number): string[] {
  const values: string[] = []
  while (values.length < LONGEST_ROW) {
    const value = tokens[at + values.length]?.glued ? null : numberedAt(tokens, at + values.length)
    if (!value || value.next !== at + values.length + 1) break
    values.push(value.value)
  }
  const after = at + values.length
  return kindAt(tokens, after) || labelOf(tokens[after]) !== null ? values : []
}

/** The label again, in full or as shorthand: `Điều 5 đến Điều 8`, `đ5 đến đ8`. */
function isLabel(token: TextToken | undefined, level: ProvisionLevel): boolean {
  if (labelOf(token) === level) return true
  return level === ARTICLE ? /^[dđ]$/.test(token?.exact ?? '') : level === CLAUSE && token?.exact === 'k'
}

export interface Values {
  values: string[]
  next: number
}

/** Reads `a, b và c`, `5 đến 8`, `609 - 612`, `1 đến khoản 4`; lists that repeat the label are joined later. */
export function readValues(
  tokens: TextToken[],
  at: number,
  level: ProvisionLevel,
  budget: RangeBudget
): Values | null {
  const first = valueAt(tokens, at, level)
  if (!first) return null
  const values = [first.value]
  let { next } = first
  for (;;) {
    const range = rangeSign(tokens, next)
    const separator = range ?? listSign(tokens, next, level)
    if (separator === null) break
    const labelled = range !== null && isLabel(tokens[separator], level)
    const value = valueAt(tokens, labelled ? separator + 1 : separator, level)
    if (!value || (!labelled && !closesList(tokens[value.next], tokens, value.next))) break
    if (range === null) values.push(value.value)
    else for (const part of spellOut(values.pop() ?? '', value.value, level, budget)) values.push(part)
    next = value.next
  }
  if (level !== POINT && values.length === 1) {
    const row = numbersInARow(tokens, next)
    values.push(...row)
    next += row.length
  }
  return { values: values.length > 1 ? [...new Set(values)] : values, next }
}
