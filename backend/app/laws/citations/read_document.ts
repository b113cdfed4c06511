import type { TextToken } from '#app/core/vietnamese_text'
import type { LegalDay } from '#app/core/legal_day'
import type { LawKind } from '../law_kinds.js'
import type { IndexedLaw, LawIndex } from './law_index.js'
import { readNumber, type NumberReading } from './read_number.js'
import { overAmendments, overOwnTitle, readDate, readIssuer, readYear } from './read_tail.js'
import { readTitle, versionOfYear, versionOn, type TitleReading } from './read_title.js'
import { candidatesFor, resolveNumber } from './resolve_number.js'
import { isOneOf, kindAt, labelOf, NUMBER_SIGN, THIS, type KindWords } from './words.js'

export interface Context {
  tokens: TextToken[]
  index: LawIndex
  asOf: LegalDay
}

/** A document as it is named in the text. */
export interface DocumentAtom {
  law: IndexedLaw | null
  number: string | null
  assumed: boolean
  /** Worth an entry of its own, without any provision. */
  alone: boolean
  from: number
  next: number
}

/** Kinds that may be called by their running number alone: `Nghị định 168`. */
const BY_SEQUENCE: readonly LawKind[] = ['nghi_dinh']
/** "Quyết định này", "kế hoạch này" are everyday words; these are not. */
const SELF_ALONE: readonly LawKind[] = [
  'bo_luat',
  'luat',
  'phap_lenh',
  'nghi_dinh',
  'thong_tu',
  'thong_tu_lien_tich',
]
const LONGEST_UNKNOWN_TITLE = 30

function finishNumber(
  context: Context,
  from: number,
  kind: LawKind | null,
  read: NumberReading
): DocumentAtom | null {
  const { tokens, index, asOf } = context
  const { number } = read
  let { next } = read
  const year = number.year ? null : readYear(tokens, next)
  if (year) next = year.next
  const date = readDate(tokens, next)
  if (date) next = date.next
  const bare = !number.year && !number.code
  if (bare && !year && !date && !(kind && BY_SEQUENCE.includes(kind))) return null
  const numbered = year && kind !== 'quyet_dinh' && !number.code ? { ...number, year: year.value } : number
  const dated = bare && date ? { ...numbered, year: numbered.year ?? date.value.slice(0, 4) } : numbered
  const question = { number: dated, kind, issuedOn: date?.value ?? year?.value ?? null, asOf }
  const issuer = readIssuer(tokens, next, candidatesFor(question, index))
  const answer = resolveNumber(question, issuer.laws)
  if (!answer.law && bare && !year && !date) return null
  next = issuer.next
  if (answer.law) next = overOwnTitle(tokens, next, answer.law, index)
  next = overAmendments(tokens, next)
  return { ...answer, alone: true, from, next }
}

/** `số 31/2024/QH15`, `số: 168`, `31/2024/QH15` after a kind; a bare number needs `số` or a kind that allows it. */
function numberAfter(tokens: TextToken[], at: number): NumberReading | null {
  let next = at
  if (tokens[next]?.exact === '.' && tokens[next]?.glued) next++
  if (isOneOf(tokens[next], NUMBER_SIGN)) next++
  if (tokens[next]?.exact === ':' || tokens[next]?.exact === '.') next++
  return readNumber(tokens, next)
}

/** `Luật Đất đai (Luật số 31/2024/QH15)`, `Luật Đất đai số 31/2024`: the number after a title decides. */
function numberInTitleTail(
  context: Context,
  from: number,
  kind: LawKind | null,
  at: number
): DocumentAtom | null {
  const { tokens } = context
  const open = tokens[at]?.exact === '('
  let next = open || tokens[at]?.exact === ',' ? at + 1 : at
  const inner = open ? kindAt(tokens, next) : null
  if (inner) next += inner.phrase.length
  const read = numberAfter(tokens, next)
  if (!read || (!read.number.year && !read.number.code)) return null
  // After a comma only `số` says that the number is still that of the title.
  if (tokens[at]?.exact === ',' && !isOneOf(tokens[at + 1], NUMBER_SIGN)) return null
  const found = finishNumber(context, from, kind, read)
  if (!found) return null
  return open && tokens[found.next]?.exact === ')' ? { ...found, next: found.next + 1 } : found
}

function finishTitle(
  context: Context,
  from: number,
  kind: LawKind | null,
  title: TitleReading
): DocumentAtom {
  const { tokens, asOf } = context
  const yearTail = readYear(tokens, title.next)
  const numbered = numberInTitleTail(context, from, kind, yearTail?.next ?? title.next)
  if (numbered) return numbered
  const date = readDate(tokens, yearTail?.next ?? title.next)
  const year = yearTail?.value ?? date?.value.slice(0, 4) ?? null
  const ofYear = year ? versionOfYear(title.laws, year) : null
  // "Bộ luật Hình sự sửa đổi 2017" names the year of an amendment.
  const amended =
    yearTail && tokens[title.next + (tokens[title.next]?.exact === '(' ? 1 : 0)]?.folded === 'sua'
  const law = ofYear ?? (year && !amended ? null : versionOn(title.laws, asOf))
  const next = overAmendments(tokens, date?.next ?? yearTail?.next ?? title.next)
  return {
    law,
    number: law?.number ?? null,
    assumed: law !== null && !ofYear,
    alone: law !== null,
    from,
    next,
  }
}

/** `Luật Hải quan số 54/2014/QH13`: a title nobody knows, and the number behind it. */
function unknownTitle(context: Context, from: number, kind: KindWords): DocumentAtom | null {
  const { tokens } = context
  for (let at = from + kind.phrase.length; at < from + LONGEST_UNKNOWN_TITLE; at++) {
    const token = tokens[at]
    if (!token || token.afterBlankLine || (token.kind === 'sign' && !/^[,()]$/.test(token.exact))) return null
    if (labelOf(token) !== null && tokens[at + 1]?.kind === 'number') return null
    if (isOneOf(token, NUMBER_SIGN) || (token.kind === 'number' && tokens[at + 1]?.exact === '/')) {
      const read = numberAfter(tokens, at)
      if (read?.number.code) return finishNumber(context, from, kind.kind, read)
    }
    if (kindAt(tokens, at)) return null
  }
  return null
}

/** `TT 22`, `KH 12/2024` may be anything; `nd 168`, `KH 12/2024/KH-UBND` and what the record knows are documents. */
function mayBeShort({ law }: DocumentAtom, kind: LawKind, { number }: NumberReading): boolean {
  if (number.code || kind === 'nghi_dinh') return true
  return number.year !== null && (law !== null || kind === 'thong_tu' || kind === 'quyet_dinh')
}

function afterKind(context: Context, at: number, kind: KindWords): DocumentAtom | null {
  const { tokens, index } = context
  let next = at + kind.phrase.length
  if (kind.short && tokens[next]?.exact === '-' && /^(cp|ttg|ubnd)$/.test(tokens[next + 1]?.folded ?? ''))
    next += 2
  if (!kind.short && isOneOf(tokens[next], THIS)) {
    const alone = SELF_ALONE.includes(kind.kind)
    return { law: null, number: null, assumed: false, alone, from: at, next: next + 1 }
  }
  const number = numberAfter(tokens, next)
  const numbered = number && finishNumber(context, at, kind.kind, number)
  if (kind.short) return numbered && mayBeShort(numbered, kind.kind, number) ? numbered : null
  if (numbered) return numbered
  const title = readTitle(tokens, at, index)
  return title ? finishTitle(context, at, kind.kind, title) : unknownTitle(context, at, kind)
}

/** The document that is named at this token, if one is. */
export function readDocument(context: Context, at: number): DocumentAtom | null {
  const { tokens, index } = context
  const token = tokens[at]
  if (!token || token.kind === 'sign') return null
  if (token.kind === 'number') {
    const read = readNumber(tokens, at)
    return read?.number.code ? finishNumber(context, at, null, read) : null
  }
  const kind = kindAt(tokens, at)
  if (kind) return afterKind(context, at, kind)
  const stands = index.abbreviations.get(token.folded)?.[0]
  if (stands !== 'bo' && stands !== 'luat') return null
  // Initials like LTE count only as they are written: in capitals.
  if (stands === 'luat' && token.raw !== token.raw.toUpperCase()) return null
  const title = readTitle(tokens, at, index)
  return title && finishTitle(context, at, null, title)
}

/** After a provision a document may be named without its kind: `d8 hngd`, `d6 168/2024`, `d8 hôn nhân và gia đình`. */
export function readKindless(context: Context, at: number, shorthand: boolean): DocumentAtom | null {
  const { tokens, index } = context
  const token = tokens[at]
  if (!token || token.kind === 'sign') return null
  if (token.kind === 'number') {
    const read = readNumber(tokens, at)
    const found = read?.number.year ? finishNumber(context, at, null, read) : null
    return found?.law ? found : null
  }
  const hasAbbreviation =
    index.abbreviations.has(token.folded) ||
    index.abbreviations.has(token.folded + (tokens[at + 2]?.folded ?? ' ')) ||
    index.abbreviations.has(token.folded + (tokens[at + 1]?.folded ?? ' '))
  const written = shorthand || token.raw === token.raw.toUpperCase()
  if (!written || !(hasAbbreviation || shorthand)) return null
  const [stands] = index.abbreviations.get(token.folded) ?? []
  const starts = stands === 'luat' || stands === 'bo' ? [[]] : [['luat'], ['bo', 'luat']]
  for (const start of starts) {
    const title = readTitle(tokens, at, index, start)
    if (title) return finishTitle(context, at, null, title)
  }
  return null
}
