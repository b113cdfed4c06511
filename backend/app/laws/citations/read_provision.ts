import type { TextToken } from '#app/core/vietnamese_text'
import { readValues, valueAt, type RangeBudget } from './read_values.js'
import {
  ARTICLE,
  CLAUSE,
  COMPOUNDS,
  FROM,
  isOneOf,
  labelOf,
  MONEY,
  POINT,
  SENT_OUT,
  THIS,
  type ProvisionLevel,
} from './words.js'

/** One label with its values, such as `các điểm a, b và c`. */
export interface ProvisionAtom {
  level: ProvisionLevel
  values: string[]
  /** Index of the first token and of the one after the last. */
  from: number
  next: number
  /** `d8`, `k2`: counts only as part of a longer citation. */
  short: boolean
}

export const THIS_VALUE = 'này'

function labelled(
  tokens: TextToken[],
  at: number,
  level: ProvisionLevel,
  budget: RangeBudget
): ProvisionAtom | null {
  const label = tokens[at]
  if (!label) return null
  const before = tokens[at - 1]
  if (before && !label.glued && !before.afterBlankLine && isOneOf(before, COMPOUNDS[level] ?? new Set())) {
    // A capital letter starts a name of its own: "… được Điều 5 quy định".
    if (level !== ARTICLE || label.raw[0] === label.raw[0]?.toLowerCase()) return null
  }
  if (isOneOf(tokens[at + 1], THIS)) {
    return { level, values: [THIS_VALUE], from: at, next: at + 2, short: false }
  }
  const skipped =
    /^[.:]$/.test(tokens[at + 1]?.exact ?? '') || isOneOf(tokens[at + 1], FROM) ? at + 2 : at + 1
  const read = readValues(tokens, skipped, level, budget)
  if (!read) return null
  const after = tokens[read.next]
  if (level === CLAUSE && isOneOf(after, MONEY)) return null
  const small = label.raw[0] === label.raw[0]?.toLowerCase()
  if (level === ARTICLE && small && isOneOf(after, SENT_OUT)) return null
  return { level, values: read.values, from: at, next: read.next, short: false }
}

const dotAfter = (tokens: TextToken[], at: number) =>
  tokens[at + 1]?.exact === '.' && tokens[at + 1]?.glued ? at + 2 : at + 1

/** `k2`, `k.2`, `khoản 2`: what makes the letter before it a point. */
function isClauseAt(tokens: TextToken[], at: number): boolean {
  if (labelOf(tokens[at]) === CLAUSE) return true
  return tokens[at]?.exact === 'k' && valueAt(tokens, dotAfter(tokens, at), CLAUSE) !== null
}

function shortPoint(
  tokens: TextToken[],
  at: number,
  from: number,
  budget: RangeBudget
): ProvisionAtom | null {
  const read = readValues(tokens, from, POINT, budget)
  return read && isClauseAt(tokens, read.next)
    ? { level: POINT, values: read.values, from: at, next: read.next, short: true }
    : null
}

/** The editors' shorthand: `d a k2 d8`, `Đ.8`, `k.2`. */
function shorthand(tokens: TextToken[], at: number, budget: RangeBudget): ProvisionAtom | null {
  const token = tokens[at]
  if (!token || token.kind !== 'word' || token.raw.length > 3) return null
  const inside = token.glued && tokens[at - 1] !== undefined && tokens[at - 1]?.kind !== 'sign'
  if (inside && tokens[at - 1]?.kind !== 'number') return null
  const value = dotAfter(tokens, at)
  // In `đ8k2` all is written together; the đ of `500đ 3 cái` is money.
  if (inside && !tokens[value]?.glued) return null
  if (/^[dđk]$/.test(token.exact)) {
    const level = token.exact === 'k' ? CLAUSE : ARTICLE
    const read = readValues(tokens, value, level, budget)
    if (read) return { level, values: read.values, from: at, next: read.next, short: true }
    if (level === ARTICLE) {
      const point = shortPoint(tokens, at, value, budget)
      if (point) return point
    }
  }
  // `da k2 d8`, and at the very start `a k2 d8`.
  const glued = /^[dđ]([a-yđ])$/.exec(token.exact)
  if (glued?.[1] && isClauseAt(tokens, at + 1)) {
    const letter = token.exact === 'dd' ? 'đ' : glued[1]
    return { level: POINT, values: [letter], from: at, next: at + 1, short: true }
  }
  const first = at === 0 || tokens[at - 1]?.kind === 'sign'
  return first && tokens[at + 1]?.exact !== '.' ? shortPoint(tokens, at, at, budget) : null
}

/** The provision that starts at this token, if one does. */
export function readProvision(tokens: TextToken[], at: number, budget: RangeBudget): ProvisionAtom | null {
  const level = labelOf(tokens[at])
  return level === null ? shorthand(tokens, at, budget) : labelled(tokens, at, level, budget)
}
