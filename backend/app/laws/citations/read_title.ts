import type { TextToken } from '#app/core/vietnamese_text'
import type { LegalDay } from '#app/core/legal_day'
import {
  leadLength,
  syllable,
  TITLE_SIGNS,
  type IndexedLaw,
  type LawIndex,
  type TitleNode,
} from './law_index.js'
import { isOneOf, words } from './words.js'

const TITLE_AND = words('và')
/** Kinds whose titles often go on with `quy định`, `về`: after `Luật` these words are a verb. */
const HAS_LEAD = new Set(['nghi dinh', 'thong tu', 'quyet dinh', 'nghi quyet'])

export interface TitleReading {
  /** All laws that are called so; empty for a law known by name only. */
  laws: IndexedLaw[]
  next: number
}

interface Step {
  syllables: string[]
  next: number
}

function abbreviationAt(tokens: TextToken[], at: number, index: LawIndex): Step | null {
  const token = tokens[at]
  if (token?.kind !== 'word') return null
  const whole = index.abbreviations.get(token.folded)
  if (whole) return { syllables: whole, next: at + 1 }
  if (token.raw.length > 4) return null
  // HN&GĐ, HN và GĐ: one abbreviation written in two.
  const joint = tokens[at + 1]
  const second = joint?.exact === '&' || joint?.exact === '-' || isOneOf(joint, TITLE_AND) ? at + 2 : at + 1
  const joined = index.abbreviations.get(token.folded + (tokens[second]?.folded ?? ' '))
  return joined ? { syllables: joined, next: second + 1 } : null
}

function descend(node: TitleNode, syllables: string[]): TitleNode | null {
  let reached: TitleNode | undefined = node
  for (const part of syllables) {
    reached = reached.next.get(part)
    if (!reached) return null
  }
  return reached
}

/** A `với` sign or `và` inside a title is passed over; answers the index of the next syllable. */
function overSigns(tokens: TextToken[], at: number): { next: number; and: boolean } {
  let next = at
  let and = false
  while (next < at + 4) {
    const token = tokens[next]
    if (!token || token.afterBlankLine) break
    if (isOneOf(token, TITLE_AND)) and = true
    else if (token.kind !== 'sign' || !TITLE_SIGNS.has(token.exact)) break
    next++
  }
  return { next, and }
}

/**
 * The longest title that starts at this token; `assumedStart` are syllables that were left unsaid
 * (`luat` for the shorthand `d8 hngd`).
 */
export function readTitle(
  tokens: TextToken[],
  at: number,
  index: LawIndex,
  assumedStart: string[] = []
): TitleReading | null {
  let node = descend(index.titles, assumedStart)
  let best: { node: TitleNode; next: number; pattern: string } | null = null
  const pattern = [...assumedStart]
  let next = at
  while (node) {
    const place: { next: number; and: boolean } =
      next === at ? { next: at, and: false } : overSigns(tokens, next)
    let from = place.next
    if (HAS_LEAD.has(pattern.join(' '))) from += leadLength((offset) => tokens[from + offset]?.folded)
    const token = tokens[from]
    if (!token || token.kind === 'sign' || (from > at && token.afterBlankLine)) break
    const literal: Step = { syllables: [syllable(token)], next: from + 1 }
    const step = node.next.has(literal.syllables[0] ?? '') ? literal : abbreviationAt(tokens, from, index)
    const reached = step ? descend(node, step.syllables) : null
    if (!step || !reached) break
    if (place.and) pattern.push('va')
    for (const part of step.syllables) pattern.push(part)
    node = reached
    next = step.next
    if (node.ends) best = { node, next, pattern: pattern.join(' ') }
  }
  if (!best) return null
  const { pattern: said, node: end } = best
  const exact = end.laws.filter((entry) => entry.pattern === said)
  return { laws: (exact.length ? exact : end.laws).map(({ law }) => law), next: best.next }
}

/**
 * The version in force on the day: the last that has taken effect; else, of those whose date nobody knows, the last
 * issued by then. Never one that is not yet in effect.
 */
export function versionOn(laws: IndexedLaw[], day: LegalDay): IndexedLaw | null {
  const latest = (found: IndexedLaw[], date: (law: IndexedLaw) => string) =>
    found.reduce<IndexedLaw | null>((best, law) => (best && date(best) >= date(law) ? best : law), null)
  const started = laws.filter(({ effectiveOn }) => effectiveOn !== null && effectiveOn <= day)
  const alive = started.filter(({ expiredOn }) => expiredOn === null || expiredOn > day)
  const dated = alive.length ? alive : started
  if (dated.length) return latest(dated, (law) => law.effectiveOn ?? '')
  const undated = laws.filter(({ effectiveOn, issuedOn }) => effectiveOn === null && (issuedOn ?? day) <= day)
  return latest(undated, (law) => law.issuedOn ?? '')
}

/** The version of that year: of issue, else as its number has it. */
export const versionOfYear = (laws: IndexedLaw[], year: string): IndexedLaw | null =>
  laws.find(({ issuedOn, number }) => (issuedOn ? issuedOn.startsWith(year) : number.includes(`/${year}`))) ??
  laws.find(({ number }) => number.split('/').includes(year)) ??
  null
