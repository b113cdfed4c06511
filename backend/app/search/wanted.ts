import { isPlainlyTyped, type Clause, type SearchQuery } from './search_query.js'
import type { Wanted } from './search_index.js'
import { asSpelled, asSpelledInTitle, inTitle } from './terms.js'

const unique = (terms: string[]) => [...new Set(terms)]
const row = (phrase: string, form: (unit: string) => string): Wanted => ({ row: phrase.split(' ').map(form) })

/** All that one of the clauses asks for. */
const anyClause = (clauses: Clause[], form = (unit: string) => unit): Wanted => ({
  any: clauses.map(({ words, phrases }) => ({
    all: [...unique(words).map(form), ...unique(phrases).map((phrase) => row(phrase, form))],
  })),
})

/**
 * What is looked for in turn, until there are enough: as spelled before folded, for đất đai is not đạt đại; in titles before
 * anywhere. A query without diacritics asks for no spelling.
 */
export function turnsOf(query: SearchQuery): Wanted[] {
  const { content, clauses, units } = query
  if (!content.length) return []
  const spelled = unique(content.map(({ exact }) => exact))
  const asTyped: Wanted[] = isPlainlyTyped(units)
    ? []
    : [{ all: spelled.map(asSpelledInTitle) }, { all: spelled.map(asSpelled) }]
  return [...asTyped, anyClause(clauses, inTitle), anyClause(clauses)]
}

const mostSets = 40

/**
 * Holds most of the words. Whoever holds so many of them holds at least some of those that are rarest, so these are asked
 * for in small sets; the frequent ones, which stand everywhere, are not looked up at all.
 *
 * @param frequency how often a folded syllable occurs, on any scale
 */
export function mostOf(query: SearchQuery, least: number, frequency: (folded: string) => number): Wanted {
  const words = unique(query.content.map(({ folded }) => folded))
  words.sort((a, b) => frequency(a) - frequency(b))
  const needed = Math.ceil(least * words.length)
  const together = Math.min(needed, 3)
  const sets = setsOf(words.slice(0, words.length - needed + together), together)
  return { any: sets.slice(0, mostSets).map((all) => ({ all })) }
}

/** All sets of so many of the words, those of the first words first. */
function setsOf(words: string[], size: number): string[][] {
  if (size === 0) return [[]]
  const sets: string[][] = []
  for (let last = size - 1; last < words.length; last++) {
    for (const set of setsOf(words.slice(0, last), size - 1)) sets.push([...set, words[last]!])
    if (sets.length > mostSets) break
  }
  return sets
}
