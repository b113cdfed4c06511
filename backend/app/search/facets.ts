import Agency from '#app/accounts/agency'
import { agencyMention } from '#app/accounts/agency_view'
import { topicMention } from '#app/topics/topic_view'
import type Topic from '#app/topics/topic'
import type { Audience } from '#app/videos/video'
import { audiences } from '#app/videos/video'
import type { Wanted } from './search_index.js'
import { facetTerm, lengths, readFacetTerm, type FacetName, type Length } from './terms.js'

export const orientations = ['landscape', 'portrait', 'square'] as const

/** What a search is narrowed by. */
export interface Narrowing {
  /** Slug. */
  topic?: string
  /** Slug or id. */
  agency?: string
  audience?: Audience
  length?: Length
  orientation?: (typeof orientations)[number]
}

/** The terms that stand for what was chosen; an unknown topic or agency has one that no video holds. */
export async function narrowedTo(chosen: Narrowing, topics: Topic[]): Promise<Wanted[]> {
  const { topic, agency, audience, length, orientation } = chosen
  const wanted: Wanted[] = []
  if (topic) wanted.push(facetTerm('topic', topics.find(({ slug }) => slug === topic)?.id ?? 0))
  if (agency) {
    const known = await Agency.query().where('slug', agency).orWhere('id', agency).first()
    wanted.push(facetTerm('agency', known?.id ?? 0))
  }
  if (audience) wanted.push(facetTerm('audience', audience))
  if (length) wanted.push(facetTerm('length', length))
  if (orientation) wanted.push(facetTerm('orientation', orientation))
  return wanted
}

export type FacetCounts = Record<FacetName, Map<string, number>>

/** How many of the hits have each value. */
export function countFacets(hits: { facets: string }[]): FacetCounts {
  const none = () => new Map<string, number>()
  const counts: FacetCounts = {
    topic: none(),
    agency: none(),
    audience: none(),
    length: none(),
    orientation: none(),
    law: none(),
  }
  const byTerm = new Map<string, number>()
  for (const { facets } of hits) {
    for (const term of facets.split(' ')) byTerm.set(term, (byTerm.get(term) ?? 0) + 1)
  }
  for (const [term, count] of byTerm) {
    const [name, value] = readFacetTerm(term)
    counts[name]?.set(value, count)
  }
  return counts
}

const mostValues = 12

/** The facets as lists of choices: topics and agencies the most frequent first, the others in their own order. */
export async function facetsView(counts: FacetCounts, topics: Topic[], language: string) {
  const frequent = (name: FacetName) => [...counts[name]].sort(([, a], [, b]) => b - a).slice(0, mostValues)
  const ordered = <Value extends string>(name: FacetName, values: readonly Value[]) =>
    values.map((value) => ({ value, count: counts[name].get(value) ?? 0 })).filter(({ count }) => count > 0)
  const agencyIds = frequent('agency').map(([id]) => id)
  const agencies = agencyIds.length ? await Agency.query().whereIn('id', agencyIds) : []
  return {
    topics: frequent('topic').flatMap(([id, count]) => {
      const topic = topics.find((one) => one.id === Number(id))
      return topic ? [{ ...topicMention(topic, language), count }] : []
    }),
    agencies: frequent('agency').flatMap(([id, count]) => {
      const agency = agencies.find((one) => one.id === id)
      return agency ? [{ ...agencyMention(agency), count }] : []
    }),
    audiences: ordered('audience', audiences),
    lengths: ordered('length', lengths),
    orientations: ordered('orientation', orientations),
  }
}
