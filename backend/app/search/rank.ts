import { holds, type FieldText } from './search_units.js'
import type { SearchQuery } from './search_query.js'

export type Document<Field extends string = string> = Record<Field, FieldText>

/** What a field says of the video, in relation to the others. */
export const fieldWeights = { title: 10, laws: 6, topics: 4, description: 3, captions: 2 }

/** As typed, side by side; of less worth are the words without diacritics, and words that stand apart. */
const worth = {
  exactPhrase: 6,
  foldedPhrase: 3,
  exactPair: 1.5,
  foldedPair: 0.75,
  exactUnit: 1,
  foldedUnit: 0.5,
}

/**
 * How well a text fits the query, 0 where nothing of it is there. An exact phrase outweighs a folded one, so that đất đai
 * is not beaten by đạt đại; a stop word adds a little where it stands in place.
 */
export function scoreText({ folded, exact }: FieldText, query: SearchQuery): number {
  const { content, units, wordings } = query
  if (!content.length || !isTouched(folded, query)) return 0
  let score = 0
  const whole = phraseScore({ folded, exact }, units)
  score += whole || phraseScore({ folded, exact }, content)
  for (const unit of content) {
    if (holds(exact, unit.exact)) score += worth.exactUnit / content.length
    else if (holds(folded, unit.folded)) score += worth.foldedUnit / content.length
  }
  for (let at = 1; at < units.length; at++) {
    const pair = [units[at - 1]!, units[at]!]
    if (holds(exact, pair.map((unit) => unit.exact).join(' '))) score += worth.exactPair / (units.length - 1)
    else if (holds(folded, pair.map((unit) => unit.folded).join(' ')))
      score += worth.foldedPair / (units.length - 1)
  }
  for (const wording of wordings) {
    if (holds(exact, wording.exact)) score += worth.exactPhrase / 2
    else if (holds(folded, wording.folded)) score += worth.foldedPhrase / 4
  }
  return score
}

/** Most fields of most videos hold nothing of the query: that is found out at once. */
const isTouched = (folded: string, { content, wordings }: SearchQuery) =>
  content.some((unit) => holds(folded, unit.folded)) || wordings.some((one) => holds(folded, one.folded))

function phraseScore({ folded, exact }: FieldText, units: SearchQuery['units']): number {
  if (holds(exact, units.map((unit) => unit.exact).join(' '))) return worth.exactPhrase
  return holds(folded, units.map((unit) => unit.folded).join(' ')) ? worth.foldedPhrase : 0
}

export function scoreDocument(document: Document<keyof typeof fieldWeights>, query: SearchQuery): number {
  let score = 0
  for (const [field, weight] of Object.entries(fieldWeights)) {
    score += weight * scoreText(document[field as keyof typeof fieldWeights], query)
  }
  return score
}

/**
 * Whether the video holds all the words with the very diacritics they were typed with. Such videos stand before all others:
 * for đất đai, no frequency makes up for being about đạt đại. A query without diacritics asks for no spelling.
 */
export function isSpelledSo(document: Document, { content }: SearchQuery): boolean {
  const all = Object.values(document)
  return content.every(({ exact }) => all.some((field) => holds(field.exact, exact)))
}

/** The part of the query's words that the video holds anywhere, 0 to 1. */
export function coverage(document: Document, { content }: SearchQuery): number {
  const all = Object.values(document)
  const found = content.filter(({ folded }) => all.some((field) => holds(field.folded, folded)))
  return content.length ? found.length / content.length : 0
}
