import type { LawKind } from '../law_kinds.js'
import type { Context, DocumentAtom } from './document_atom.js'
import { finishNumber, numberAfter } from './named_by_number.js'
import { finishTitle, unknownTitle } from './named_by_title.js'
import { readNumber, type NumberReading } from './read_number.js'
import { readTitle } from './read_title.js'
import { isOneOf, kindAt, THIS, type KindWords } from './words.js'

/** "Quyết định này", "kế hoạch này" are everyday words; these are not. */
const SELF_ALONE: readonly LawKind[] = [
  'bo_luat',
  'luat',
  'phap_lenh',
  'nghi_dinh',
  'thong_tu',
  'thong_tu_lien_tich',
]

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
    return read?.known ? finishNumber(context, at, null, read) : null
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
