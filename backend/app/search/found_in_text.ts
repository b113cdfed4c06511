import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import db from '@adonisjs/lucid/services/db'
import { searchFields } from './index_video.js'
import { coverage, isSpelledSo, scoreDocument, type Document, type fieldWeights } from './rank.js'
import { searchIndex } from './search_index.js'
import { isPlainlyTyped, type SearchQuery } from './search_query.js'

/** More than anybody reads, and more than a hub of this kind holds on one matter. */
const mostFound = 1000
/** So many are ranked with care; the rest stay in the index's own order behind them. */
const mostRanked = 100
/** A video that holds less of the words than this is not meant. */
const leastCoverage = 0.6

type Ranked = Document<keyof typeof fieldWeights>

/** Ids of the published videos whose texts hold all that is asked for, the best first. */
export async function foundInText(
  query: SearchQuery,
  client: QueryClientContract = db.connection()
): Promise<string[]> {
  return ranked(await searchIndex(client).find(query.clauses, mostFound), query, client)
}

/** Ids of those that hold much of it, as a question in whole sentences would have it. */
export async function nearlyFoundInText(query: SearchQuery, client = db.connection()): Promise<string[]> {
  if (query.content.length < 2) return []
  const anyWord = query.content.map(({ folded }) => ({ words: [folded], phrases: [] }))
  return ranked(await searchIndex(client).find(anyWord, mostRanked), query, client, leastCoverage)
}

async function ranked(
  ids: string[],
  query: SearchQuery,
  client: QueryClientContract,
  least = 0
): Promise<string[]> {
  const documents = await documentsOf(ids.slice(0, mostRanked), client)
  const isPlain = isPlainlyTyped(query.units)
  const scored = [...documents]
    .filter(([, document]) => least === 0 || coverage(document, query) >= least)
    .map(([id, document]) => ({
      id,
      isSpelledSo: !isPlain && isSpelledSo(document, query),
      score: scoreDocument(document, query),
    }))
  // The sort is stable: equals stay in the order of the index
  scored.sort((a, b) => Number(b.isSpelledSo) - Number(a.isSpelledSo) || b.score - a.score)
  return [...scored.map(({ id }) => id), ...ids.slice(mostRanked)]
}

async function documentsOf(ids: string[], client: QueryClientContract): Promise<Map<string, Ranked>> {
  const rows = ids.length ? await client.from('search_documents').whereIn('video_id', ids) : []
  const byId = new Map(rows.map((row) => [row.video_id, row]))
  return new Map(
    ids.flatMap((id) => {
      const row = byId.get(id)
      if (!row) return []
      const fields = searchFields.map((field) => [
        field,
        { folded: ` ${row[field]} `, exact: ` ${row[`${field}_exact`]} ` },
      ])
      return [[id, Object.fromEntries(fields) as Ranked] as const]
    })
  )
}
