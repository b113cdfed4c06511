import { scoreText } from './rank.js'
import { fieldText, searchUnits, type SearchUnit } from './search_units.js'
import type { SearchQuery } from './search_query.js'

/** Syllables of a snippet: about two lines on a telephone. */
const snippetUnits = 28

const clean = (text: string) => text.replace(/\s+/g, ' ').trim()

/** How well a text as it was written fits the query. */
export function scoreWritten(text: string, query: SearchQuery): number {
  return scoreText(fieldText(searchUnits(text)), query)
}

/** The part of the text that fits best, whole where it is short; null where nothing of the query is in it. */
export function snippet(text: string, query: SearchQuery): string | null {
  const units = searchUnits(text)
  let best = { score: 0, from: 0 }
  const step = Math.max(1, Math.floor(snippetUnits / 4))
  for (let from = 0; from === 0 || from + snippetUnits < units.length + step; from += step) {
    const score = scoreText(fieldText(units.slice(from, from + snippetUnits)), query)
    if (score > best.score) best = { score, from }
  }
  if (best.score === 0) return null
  const from = aroundFirstHit(units, best.from, query)
  const to = Math.min(from + snippetUnits, units.length) - 1
  const start = from === 0 ? 0 : units[from]!.start
  const end = to === units.length - 1 ? text.length : units[to]!.end
  return `${start > 0 ? '… ' : ''}${clean(text.slice(start, end))}${end < text.length ? ' …' : ''}`
}

/** Moves the window so that some words stand before the first hit, and the rest behind it. */
function aroundFirstHit(units: SearchUnit[], from: number, { content, wordings }: SearchQuery): number {
  const meant = new Set(
    [...content, ...wordings.flatMap((wording) => wording.units)].map(({ folded }) => folded)
  )
  const hit = units.findIndex(({ folded }, at) => at >= from && meant.has(folded))
  const before = Math.floor(snippetUnits / 4)
  return Math.max(0, Math.min(hit - before, units.length - snippetUnits))
}
