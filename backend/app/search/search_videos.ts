import { todayInVietnam } from '#app/core/legal_day'
import type { ParsedCitation } from '#app/laws/citations/parse_citations'
import { lawRecord, type LawRecord } from '#app/laws/law_record'
import { candidates, mostFound, type Candidate } from './candidates.js'
import { correct } from './correct.js'
import { expiredLaws } from './expired_laws.js'
import { citedProvision, readCitation, turnsOfCitation, type CitedProvision } from './found_by_citation.js'
import { foundInText, nearlyFoundInText, type Ranking } from './found_in_text.js'
import { searchIndex, type Wanted } from './search_index.js'
import { readQuery, type SearchQuery } from './search_query.js'
import { searchWords } from './search_words.js'
import { knownWords, spelled } from './vocabulary.js'

export interface SearchResult {
  /** Listed videos, the best first, `mostFound` at most. */
  hits: Candidate[]
  /** There are more than `hits`. */
  isCut: boolean
  query: SearchQuery
  citation: ParsedCitation | null
  cited: CitedProvision | null
  /** The text as it was understood, where it was changed. */
  corrected: string | null
}

export interface SearchOptions {
  /** What all that is found must hold (see narrowedTo). */
  narrowed?: Wanted[]
  /** Look for the text as it is typed, without correcting it. */
  isVerbatim?: boolean
}

/**
 * Finds listed videos for a text as people type it: a citation's own videos first, then those whose texts hold all of it.
 * Where there are none, a slip of the keyboard is looked for; then those that hold most of it.
 */
export async function searchVideos(
  text: string,
  { narrowed = [], isVerbatim = false }: SearchOptions = {}
): Promise<SearchResult> {
  const record = await lawRecord()
  const found = await find(text, record, narrowed)
  if (found.hits.length || !found.query.units.length) return { ...found, corrected: null }
  const words = await knownWords(record)
  const mended = found.cited || isVerbatim ? null : correct(text, words.vocabulary)
  const corrected = mended && (await spelled(mended, text, record))
  const again = corrected ? await find(corrected, record, narrowed) : found
  if (corrected && (again.hits.length || again.cited)) return { ...again, corrected }
  const near = await nearlyFoundInText(rankingOf(found.query, record, narrowed), words.frequency)
  return { ...found, ...near, corrected: null }
}

const rankingOf = (query: SearchQuery, record: LawRecord, narrowed: Wanted[]): Ranking => ({
  query,
  narrowed,
  expired: expiredLaws(record),
})

async function find(text: string, record: LawRecord, narrowed: Wanted[]) {
  const query = readQuery(text, searchWords())
  const citation = readCitation(text, record, todayInVietnam())
  const cited = citedProvision(citation, record)
  const tied = cited
    ? await candidates(searchIndex(), turnsOfCitation(cited), narrowed)
    : { hits: [], isCut: false }
  const said = await foundInText(rankingOf(query, record, narrowed))
  const isTied = new Set(tied.hits.map(({ id }) => id))
  const hits = [...tied.hits, ...said.hits.filter(({ id }) => !isTied.has(id))]
  return {
    hits: hits.slice(0, mostFound),
    isCut: tied.isCut || said.isCut || hits.length > mostFound,
    query,
    citation,
    cited,
  }
}
