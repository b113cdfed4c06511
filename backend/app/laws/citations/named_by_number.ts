import type { TextToken } from '#app/core/vietnamese_text'
import type { LawKind } from '../law_kinds.js'
import type { Context, DocumentAtom } from './document_atom.js'
import { readNumber, type NumberReading } from './read_number.js'
import { overAmendments, overOwnTitle, readDate, readIssuer, readYear } from './read_tail.js'
import { candidatesFor, resolveNumber } from './resolve_number.js'
import { isOneOf, MONEY, NUMBER_SIGN, SENT_OUT } from './words.js'

/** Kinds that may be called by their running number alone: `Nghị định 168`. */
const BY_SEQUENCE: readonly LawKind[] = ['nghi_dinh']
const OFTEN_DATED: readonly LawKind[] = [
  'quyet_dinh',
  'chi_thi',
  'ke_hoach',
  'cong_van',
  'lenh',
  'van_ban_hop_nhat',
]
/** The document of a number that was read, with the date, issuer and title that follow it. */
export function finishNumber(
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
  const sum = isOneOf(tokens[next], MONEY) || isOneOf(tokens[next], SENT_OUT)
  if (bare && !year && !date && (sum || !kind || !BY_SEQUENCE.includes(kind))) return null
  const numbered = year && kind !== 'quyet_dinh' && !number.code ? { ...number, year: year.value } : number
  const dated = bare && date ? { ...numbered, year: numbered.year ?? date.value.slice(0, 4) } : numbered
  const question = { number: dated, kind, issuedOn: date?.value ?? year?.value ?? null, asOf }
  const issuer = readIssuer(tokens, next, candidatesFor(question, index))
  const answer = resolveNumber(question, issuer.laws)
  if (!answer.law && bare && !year && !date) return null
  // "Kế hoạch 12/2024" is the plan for a month.
  if (!answer.law && !number.code && kind && OFTEN_DATED.includes(kind)) return null
  next = issuer.next
  if (answer.law) next = overOwnTitle(tokens, next, answer.law, index)
  next = overAmendments(tokens, next)
  return { ...answer, alone: true, from, next }
}

/** `số 31/2024/QH15`, `số: 168`, `31/2024/QH15` after a kind; a bare number needs `số` or a kind that allows it. */
export function numberAfter(tokens: TextToken[], at: number): NumberReading | null {
  let next = at
  if (tokens[next]?.exact === '.' && tokens[next]?.glued) next++
  if (isOneOf(tokens[next], NUMBER_SIGN)) next++
  if (tokens[next]?.exact === ':' || tokens[next]?.exact === '.') next++
  return readNumber(tokens, next)
}
