import { fold, tokens as tokensOf, type TextToken } from '#app/core/vietnamese_text'
import type { LegalDay } from '#app/core/legal_day'
import { leadLength, syllable, TITLE_SIGNS, type IndexedLaw, type LawIndex } from './law_index.js'
import { isYear } from './read_number.js'
import { isOneOf, kindAt, spells, words, YEAR } from './words.js'

const DAY = words('ngày')
const MONTH = words('tháng')
const OF = words('của')
const AND = words('và')
const AMENDED = [words('sửa'), words('đổi')]
const SUPPLEMENTED = [words('bổ'), words('sung')]
const WAS = words('được', 'đã')
const DATE_SIGN = /^[/.-]$/

export interface Tail<T> {
  value: T
  next: number
}

const isNumber = (token: TextToken | undefined, longest: number) =>
  token?.kind === 'number' && token.raw.length <= longest

/** `ngày 20 tháng 5 năm 2015`, `ngày 20/5/2015`, `20/5/2015`. */
export function readDate(tokens: TextToken[], at: number): Tail<LegalDay> | null {
  const named = isOneOf(tokens[at], DAY)
  const from = named ? at + 1 : at
  const [day, first, month, second, year] = tokens.slice(from, from + 5)
  if (!isNumber(day, 2) || !isNumber(month, 2) || !isYear(year)) return null
  const spelled = named && isOneOf(first, MONTH) && isOneOf(second, YEAR)
  const numeric = DATE_SIGN.test(first?.exact ?? '') && first?.exact === second?.exact
  if (!spelled && !numeric) return null
  const pad = (token: TextToken | undefined) => (token?.folded ?? '').padStart(2, '0')
  return { value: `${year?.folded}-${pad(month)}-${pad(day)}`, next: from + 5 }
}

/** `năm 2013`, `2013`, `(2013)`, `(năm 2013)`, `sửa đổi năm 2013`. A year that goes on as a number is none. */
export function readYear(tokens: TextToken[], at: number): Tail<string> | null {
  const open = tokens[at]?.exact === '('
  let next = open ? at + 1 : at
  if (spells(tokens, next, AMENDED)) next += 2
  if (open && tokens[next]?.exact === ')') next++
  if (isOneOf(tokens[next], YEAR)) next++
  const year = tokens[next]
  if (!year || !isYear(year) || tokens[next + 1]?.exact === '/') return null
  next++
  return { value: year.folded, next: open && tokens[next]?.exact === ')' ? next + 1 : next }
}

/** `(sửa đổi, bổ sung năm 2017)`, `, được sửa đổi, bổ sung các năm 2009, 2017 và 2025`: still the same document. */
export function overAmendments(tokens: TextToken[], at: number): number {
  let next = at
  const open = tokens[next]?.exact === '('
  if (open || tokens[next]?.exact === ',') next++
  if (isOneOf(tokens[next], WAS)) next++
  if (!spells(tokens, next, AMENDED)) return at
  next += 2
  if (tokens[next]?.exact === ',') next++
  if (spells(tokens, next, SUPPLEMENTED)) next += 2
  if (open && tokens[next]?.exact === ')') return next + 1
  const years = next
  while (next < years + 24) {
    const token = tokens[next]
    const filler =
      isOneOf(token, YEAR) || token?.folded === 'cac' || isOneOf(token, AND) || token?.exact === ','
    if (isYear(token)) next++
    else if (filler && next < years + 23 && isYear(tokens[next + 1])) next += 2
    else if (token?.folded === 'cac' && isOneOf(tokens[next + 1], YEAR)) next++
    else if (isOneOf(token, AND) && isOneOf(tokens[next + 1], YEAR) && isYear(tokens[next + 2])) next += 3
    else break
  }
  if (next === years) return at
  return open && tokens[next]?.exact === ')' ? next + 1 : next
}

const ISSUERS = [
  'chính phủ',
  'quốc hội',
  'thủ tướng chính phủ',
  'thủ tướng',
  'ủy ban thường vụ quốc hội',
  'ubtvqh',
  'ttg',
].map((name) => name.split(' ').map((word) => fold(word)))
const LOCAL_ISSUERS = [['uy', 'ban', 'nhan', 'dan'], ['ubnd'], ['hoi', 'dong', 'nhan', 'dan'], ['hdnd']]
const PLACES = new Set(['tinh', 'tp', 'thanh', 'pho', '.'])

const says = (tokens: TextToken[], at: number, folded: string[]) =>
  folded.every((part, offset) => tokens[at + offset]?.folded === part)

/** Whether a local body named in the text may be this issuer: `UBND tỉnh Bình Dương` is not that of Huế. */
function isPlaceOf(tokens: TextToken[], at: number, issuer: string): number | null {
  const place = tokensOf(issuer)
    .map((token) => token.folded)
    .filter((part) => !PLACES.has(part) && !['uy', 'ban', 'nhan', 'dan', 'hoi', 'dong'].includes(part))
  if (says(tokens, at, place)) return at + place.length
  const last = place.at(-1)
  return last !== undefined && tokens[at]?.folded === last ? at + 1 : null
}

const isName = (token: TextToken | undefined) =>
  token?.kind === 'word' && token.raw[0] !== token.raw[0]?.toLowerCase()

export interface IssuerTail {
  next: number
  /** The candidates this issuer does not rule out. */
  laws: IndexedLaw[]
}

/** `của Chính phủ`, `của UBND tỉnh Thừa Thiên Huế`; a local body rules out the documents of others. */
export function readIssuer(tokens: TextToken[], at: number, laws: IndexedLaw[]): IssuerTail {
  const from = isOneOf(tokens[at], OF) ? at + 1 : at
  const local = LOCAL_ISSUERS.find((name) => says(tokens, from, name))
  if (local) {
    let place = from + local.length
    const named = PLACES.has(tokens[place]?.folded ?? '')
    while (PLACES.has(tokens[place]?.folded ?? '')) place++
    const ends = laws.map((law) => isPlaceOf(tokens, place, law.issuer ?? ''))
    const matching = laws.filter((_, index) => ends[index] !== null)
    if (matching.length) return { next: Math.max(...ends.map((end) => end ?? 0)), laws: matching }
    if (!named) return { next: from + local.length, laws }
    const most = place + 4
    while (place < most && isName(tokens[place])) place++
    return { next: place, laws: [] }
  }
  if (from === at) return { next: at, laws }
  const known = ISSUERS.filter((name) => says(tokens, from, name)).sort((a, b) => b.length - a.length)[0]
  if (known) return { next: from + known.length, laws }
  const issuer = laws[0]?.issuer ? tokensOf(laws[0].issuer).map((token) => token.folded) : []
  return { next: issuer.length && says(tokens, from, issuer) ? from + issuer.length : at, laws }
}

/**
 * Past the document's own title, where the text goes on with it (`… quy định chi tiết …`, `(Luật Trẻ em)`): else it, or
 * the law that is named in it, would be cited once more.
 */
export function overOwnTitle(tokens: TextToken[], at: number, law: IndexedLaw, index: LawIndex): number {
  const title = index.remainders.get(law.id) ?? []
  const open = tokens[at]?.exact === '(' || tokens[at]?.exact === '-'
  let next = open ? at + 1 : at
  if (open) next += kindAt(tokens, next)?.phrase.length ?? 0
  next += leadLength((offset) => tokens[next + offset]?.folded)
  for (const part of title) {
    while (isOneOf(tokens[next], AND) || TITLE_SIGNS.has(tokens[next]?.exact ?? '')) next++
    const token = tokens[next]
    if (!token || syllable(token) !== part) return at
    next++
  }
  if (!title.length) return at
  return tokens[at]?.exact === '(' && tokens[next]?.exact === ')' ? next + 1 : next
}
