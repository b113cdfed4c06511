import { tokens as tokensOf, type TextToken } from '#app/core/vietnamese_text'
import type { LegalDay } from '#app/core/legal_day'
import { chains } from './chain.js'
import { unitsOf, type Unit } from './group.js'
import { inherit } from './inherit.js'
import type { LawIndex } from './law_index.js'
import { THIS_VALUE } from './read_provision.js'
import { ARTICLE, CLAUSE, CUES, isOneOf, POINT } from './words.js'

/** One document with one group of provisions, as `POST /citations/parse` answers it. */
export interface ParsedCitation {
  /** UTF-16 offsets in the text as given; `text` is the exact slice between them. */
  start: number
  end: number
  text: string
  /** null where the document is not in the record, or the text says "this decree". */
  law: { id: string; number: string; title: string } | null
  /** In its official spelling, also when the document is not in the record. */
  number: string | null
  /** As written in law (`256a`, `2a`, `đ`); `này` where the text says "this article". */
  articles: string[]
  clauses: string[]
  points: string[]
  /** The text names neither number nor year: the version in force on the day was taken. */
  assumed: boolean
}

/** More than any document needs; a text that asks for more gets the two ends of its ranges. */
const RANGE_BUDGET = 20_000

const SENTENCE_END = new Set(['.', ',', ';', ':', ')', '!', '?', '…', '"', '”'])

/** A clause alone is a sum of money more often than law: it needs a word before and an end behind. */
function isLoneClause(unit: Unit, tokens: TextToken[]): boolean {
  const [before, after] = [tokens[unit.from - 1], tokens[unit.next]]
  const begins = !before || isOneOf(before, CUES) || before.exact === '('
  const ends = !after || after.afterBlankLine || SENTENCE_END.has(after.exact)
  return begins && ends && !unit.values[CLAUSE]?.includes(THIS_VALUE)
}

/** "Điều này cho thấy …" is no citation; "quy định tại Điều này" is one. */
function isLoneThis(unit: Unit, tokens: TextToken[]): boolean {
  const [before, label] = [tokens[unit.from - 1], tokens[unit.from]]
  const whole = unit.from === 0 && unit.next === tokens.length
  return whole || (isOneOf(before, CUES) && label?.raw[0] !== label?.raw[0]?.toLowerCase())
}

function isCitation(unit: Unit, tokens: TextToken[]): boolean {
  const [points, clauses, articles] = unit.values
  if (!points && !clauses && !articles) return unit.document?.alone === true
  if (unit.short && !unit.document && !(clauses && articles)) return false
  if (articles)
    return clauses || points || unit.document || !articles.includes(THIS_VALUE)
      ? true
      : isLoneThis(unit, tokens)
  if (unit.document) return !clauses?.includes(THIS_VALUE)
  return clauses ? points !== null || isLoneClause(unit, tokens) : false
}

function entry(unit: Unit, text: string, tokens: TextToken[]): ParsedCitation {
  const start = tokens[unit.from]?.start ?? 0
  const end = tokens[unit.next - 1]?.end ?? start
  const law = unit.document?.law ?? null
  return {
    start,
    end,
    text: text.slice(start, end),
    law: law && { id: law.id, number: law.number, title: law.title },
    number: unit.document?.number ?? null,
    articles: unit.values[ARTICLE] ?? [],
    clauses: unit.values[CLAUSE] ?? [],
    points: unit.values[POINT] ?? [],
    assumed: unit.document?.assumed ?? false,
  }
}

/**
 * Reads the citations in a text of any length, in linear time: the text is cut into tokens once, and every part is
 * recognised by looking a bounded number of tokens ahead.
 * `asOf`: the day on which a title alone is to be understood.
 */
export function parseCitations(
  text: string,
  index: LawIndex,
  { asOf }: { asOf: LegalDay }
): ParsedCitation[] {
  const tokens = tokensOf(text)
  const found: ParsedCitation[] = []
  for (const chain of chains({ tokens, index, asOf }, { left: RANGE_BUDGET })) {
    for (const unit of inherit(unitsOf(chain))) {
      if (isCitation(unit, tokens)) found.push(entry(unit, text, tokens))
    }
  }
  return found
}
