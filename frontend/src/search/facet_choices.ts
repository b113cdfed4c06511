import type { LocationQuery, LocationQueryRaw } from 'vue-router'
import type { SearchMeta } from '../api/types.js'

export const FACETS = ['topic', 'agency', 'audience', 'length', 'orientation'] as const
export type Facet = (typeof FACETS)[number]

export interface Choice {
  value: string
  /** Null where the words are the interface's own. */
  name: string | null
  count: number
}

/** What can be chosen in each facet, of which nothing is chosen yet. */
export function choicesOf({ facets }: SearchMeta): Record<Facet, Choice[]> {
  const named = (all: { slug: string; name: string; count: number }[]) =>
    all.map(({ slug, name, count }) => ({ value: slug, name, count }))
  const unnamed = (all: { value: string; count: number }[]) => all.map((one) => ({ ...one, name: null }))
  return {
    topic: named(facets.topics),
    agency: named(facets.agencies),
    audience: unnamed(facets.audiences),
    length: unnamed(facets.lengths),
    orientation: unnamed(facets.orientations),
  }
}

export function chosenIn(query: LocationQuery): Partial<Record<Facet, string>> {
  return Object.fromEntries(
    FACETS.flatMap((facet) =>
      typeof query[facet] === 'string' && query[facet] ? [[facet, query[facet]]] : []
    )
  )
}

/** The same page with another choice (undefined: none), from its first page on. */
export const withChoice = (
  query: LocationQuery,
  facet: Facet,
  value: string | undefined
): LocationQueryRaw => ({
  ...query,
  [facet]: value,
  page: undefined,
})
