import { todayInVietnam } from '#app/core/legal_day'
import type { ParsedCitation } from '#app/laws/citations/parse_citations'
import { lawRecord, type LawRecord } from '#app/laws/law_record'
import Topic from '#app/topics/topic'
import { onlyListed } from '#app/videos/listed'
import Video from '#app/videos/video'
import { correct, vocabularyOf } from './correct.js'
import { foundInText, nearlyFoundInText } from './found_in_text.js'
import { citedProvision, foundByCitation, readCitation, type CitedProvision } from './found_by_citation.js'
import { readQuery, type SearchQuery } from './search_query.js'
import { searchWords } from './search_words.js'

export interface SearchResult {
  /** Published videos, the best first. */
  ids: string[]
  query: SearchQuery
  citation: ParsedCitation | null
  cited: CitedProvision | null
  /** The text as it was understood, where it was changed. */
  corrected: string | null
}

/**
 * Finds published videos for a text as people type it: a citation's own videos first, then those whose texts hold all of
 * it. Where there are none, a slip of the keyboard is looked for; then those that hold most of it.
 */
export async function searchVideos(text: string): Promise<SearchResult> {
  const record = await lawRecord()
  const found = await find(text, record)
  if (found.ids.length || !found.query.units.length) return { ...found, corrected: null }
  const corrected = found.cited ? null : correct(text, await vocabulary(record))
  const again = corrected ? await find(corrected, record) : found
  if (corrected && (again.ids.length || again.cited)) return { ...again, corrected }
  return { ...found, ids: await nearlyFoundInText(found.query), corrected: null }
}

async function find(text: string, record: LawRecord) {
  const query = readQuery(text, searchWords())
  const citation = readCitation(text, record, todayInVietnam())
  const cited = citedProvision(citation, record)
  const byCitation = cited ? await foundByCitation(cited) : []
  return { ids: [...new Set([...byCitation, ...(await foundInText(query))])], query, citation, cited }
}

/** The words of the record, of the topics and of the videos' titles. */
async function vocabulary(record: LawRecord) {
  const topics = await Topic.query().preload('subtopics')
  const titles = await onlyListed(Video.query()).select('title')
  return vocabularyOf([
    ...record.laws.map(({ title }) => title),
    ...topics.flatMap(({ name, subtopics }) => [
      name,
      ...subtopics.map((one) => `${one.name} ${one.skitThemes}`),
    ]),
    ...titles.map(({ title }) => title),
    ...searchWords().groups.flatMap((group) => group.map((wording) => wording.text)),
  ])
}
