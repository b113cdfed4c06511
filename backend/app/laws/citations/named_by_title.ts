import type { LawKind } from '../law_kinds.js'
import type { Context, DocumentAtom } from './document_atom.js'
import type { IndexedLaw } from './law_index.js'
import { finishNumber, numberAfter } from './named_by_number.js'
import { overAmendments, readDate, readYear } from './read_tail.js'
import { versionOfYear, versionOn, type TitleReading } from './read_title.js'
import { isOneOf, kindAt, labelOf, NUMBER_SIGN, type KindWords } from './words.js'

const LONGEST_UNKNOWN_TITLE = 30

/** `Luật Đất đai (Luật số 31/2024/QH15)`, `Luật Đất đai số 31/2024`: the number after a title decides. */
function numberInTitleTail(
  context: Context,
  from: number,
  kind: LawKind | null,
  at: number,
  laws: (IndexedLaw | null)[]
): DocumentAtom | null {
  const { tokens } = context
  const open = tokens[at]?.exact === '('
  let next = open || /^[,-]$/.test(tokens[at]?.exact ?? '') ? at + 1 : at
  const inner = open ? kindAt(tokens, next) : null
  if (inner) next += inner.phrase.length
  const read = numberAfter(tokens, next)
  if (!read || (!read.number.year && !read.number.code)) return null
  // After a comma only `số` says that the number is still that of the title.
  if (tokens[at]?.exact === ',' && !isOneOf(tokens[at + 1], NUMBER_SIGN)) return null
  const found = finishNumber(context, from, kind, read)
  if (tokens[at]?.exact === '-' && !laws.includes(found?.law ?? null)) return null
  if (!found) return null
  return open && tokens[found.next]?.exact === ')' ? { ...found, next: found.next + 1 } : found
}

/** The version of a title that year, date or number tell, else the one in force on the day. */
export function finishTitle(
  context: Context,
  from: number,
  kind: LawKind | null,
  title: TitleReading
): DocumentAtom {
  const { tokens, asOf } = context
  const yearTail = readYear(tokens, title.next)
  const numbered = numberInTitleTail(context, from, kind, yearTail?.next ?? title.next, title.laws)
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
export function unknownTitle(context: Context, from: number, kind: KindWords): DocumentAtom | null {
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
