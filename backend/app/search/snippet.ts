import { scoreText } from './rank.js'
import { exactText, foldedText, searchUnits } from './search_units.js'
import type { SearchQuery } from './search_query.js'

/** Syllables of a snippet: about two lines on a telephone. */
const snippetUnits = 28

const clean = (text: string) => text.replace(/\s+/g, ' ').trim()

/** How well a text as it was written fits the query. */
export function scoreWritten(text: string, query: SearchQuery): number {
  const units = searchUnits(text)
  return scoreText({ folded: foldedText(units), exact: exactText(units) }, query)
}

/** The part of the text that fits best, whole where it is short; null where nothing of the query is in it. */
export function snippet(text: string, query: SearchQuery): string | null {
  const units = searchUnits(text)
  let best = { score: 0, from: 0 }
  const step = Math.max(1, Math.floor(snippetUnits / 4))
  for (let from = 0; from === 0 || from + snippetUnits < units.length + step; from += step) {
    const window = units.slice(from, from + snippetUnits)
    const score = scoreText({ folded: foldedText(window), exact: exactText(window) }, query)
    if (score > best.score) best = { score, from }
  }
  if (best.score === 0) return null
  const to = Math.min(best.from + snippetUnits, units.length) - 1
  const start = best.from === 0 ? 0 : units[best.from]!.start
  const end = to === units.length - 1 ? text.length : units[to]!.end
  return `${start > 0 ? '… ' : ''}${clean(text.slice(start, end))}${end < text.length ? ' …' : ''}`
}
