import { addDays, todayInVietnam, type LegalDay } from '#app/core/legal_day'
import { lawRecord, type LawRecord } from '#app/laws/law_record'
import { aboutOf } from '#app/search/about'
import { countFacets } from '#app/search/facets'
import { readQuery } from '#app/search/search_query'
import { searchWords } from '#app/search/search_words'
import { unfoundSearches } from '#app/statistics/statistics_totals'
import type Topic from '#app/topics/topic'

const mostSearches = 60
const daysBack = 90

export interface UnfoundSearch {
  query: string
  count: number
}

/** A query is about the same topic until the record changes; the board is opened again and again. */
const known = new Map<string, string | null>()
let knownVersion = ''

/** What was not found in the last months, by the slug of the topic that it is most about; null where nobody can tell. */
export async function searchesByTopic(topics: Topic[]): Promise<Map<string | null, UnfoundSearch[]>> {
  const [record, day] = [await lawRecord(), todayInVietnam()]
  if (knownVersion !== record.version) known.clear()
  knownVersion = record.version
  const found = new Map<string | null, UnfoundSearch[]>()
  for (const { query, count } of await unfoundSearches(
    { from: addDays(day, -daysBack), to: day },
    mostSearches
  )) {
    if (!known.has(query)) known.set(query, await topicOf(query, { topics, record, day }))
    const topic = known.get(query) ?? null
    found.set(topic, [...(found.get(topic) ?? []), { query, count }])
  }
  return found
}

interface Known {
  topics: Topic[]
  record: LawRecord
  day: LegalDay
}

async function topicOf(text: string, { topics, record, day }: Known): Promise<string | null> {
  const query = readQuery(text, searchWords())
  const nothing = { found: 0, counts: countFacets([]) }
  const about = aboutOf({ query, cited: null, ...nothing, record, day, topics, language: 'vi' })
  return about.topics[0]?.slug ?? null
}
