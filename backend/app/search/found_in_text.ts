import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import db from '@adonisjs/lucid/services/db'
import { candidates, type Candidate, type Candidates } from './candidates.js'
import { coverage, scoreDocument, scoreText, type Document, type fieldWeights } from './rank.js'
import { searchFields } from './search_fields.js'
import { searchIndex, type Wanted } from './search_index.js'
import type { SearchQuery } from './search_query.js'
import { mostOf, turnsOf } from './wanted.js'

/** So many are ranked by all that they say; the rest, by their titles only, stand behind them. */
const mostRanked = 100
/** A video that holds less of the words than this is not meant. */
const leastCoverage = 0.6
const mostNearlyFound = 300

export interface Ranking {
  query: SearchQuery
  /** What all that is found must hold: the chosen facets. */
  narrowed: Wanted[]
  /** Terms of laws that are no longer in force: what teaches only these stands lower. */
  expired: ReadonlySet<string>
}

type Texts = Document<keyof typeof fieldWeights>

/** The listed videos whose texts hold all that is asked for, the best first. */
export async function foundInText(ranking: Ranking, client = db.connection()): Promise<Candidates> {
  const turns = turnsOf(ranking.query)
  const { hits, isCut } = await candidates(searchIndex(client), turns, ranking.narrowed)
  const byTitle = ordered(hits, (hit) => scoreText(padded(hit), ranking.query), ranking)
  // What the last two turns find is not spelled as typed, or was not asked to be: the others stand before it
  const isSpelledSo = ({ turn }: Candidate) => turn < turns.length - 2
  const inGroups = [...byTitle.filter(isSpelledSo), ...byTitle.filter((hit) => !isSpelledSo(hit))]
  const read = await textsOf(inGroups.slice(0, mostRanked), client)
  const ranked = inGroups.slice(0, mostRanked).filter(({ id }) => read.has(id))
  const score = ({ id }: Candidate) => scoreDocument(read.get(id)!, ranking.query)
  return {
    hits: [
      ...ordered(ranked.filter(isSpelledSo), score, ranking),
      ...ordered(
        ranked.filter((hit) => !isSpelledSo(hit)),
        score,
        ranking
      ),
      ...inGroups.slice(mostRanked),
    ],
    isCut,
  }
}

/** Those that hold much of it, as a question in whole sentences would have it. */
export async function nearlyFoundInText(
  ranking: Ranking,
  frequency: (folded: string) => number,
  client = db.connection()
): Promise<Candidates> {
  if (ranking.query.content.length < 2) return { hits: [], isCut: false }
  const wanted = mostOf(ranking.query, leastCoverage, frequency)
  const { hits } = await candidates(searchIndex(client), [wanted], ranking.narrowed, mostNearlyFound)
  const read = await textsOf(hits, client)
  const near = hits.filter(
    ({ id }) => read.has(id) && coverage(read.get(id)!, ranking.query) >= leastCoverage
  )
  const score = ({ id }: Candidate) => scoreDocument(read.get(id)!, ranking.query)
  return { hits: ordered(near, score, ranking), isCut: false }
}

/** A sixth less for what teaches only what no longer applies: no more than breaks a near tie. */
const expiredWorth = 5 / 6

/** The sort is stable: equals stay as they came. */
function ordered(hits: Candidate[], score: (hit: Candidate) => number, { expired }: Ranking): Candidate[] {
  const scored = hits.map((hit) => ({
    hit,
    score: score(hit) * (isExpired(hit, expired) ? expiredWorth : 1),
  }))
  return scored.sort((a, b) => b.score - a.score).map(({ hit }) => hit)
}

function isExpired({ facets }: Candidate, expired: ReadonlySet<string>): boolean {
  const laws = facets.split(' ').filter((term) => term.startsWith('law_'))
  return laws.length > 0 && laws.every((law) => expired.has(law))
}

const padded = ({ folded, exact }: { folded: string; exact: string }) => ({
  folded: ` ${folded} `,
  exact: ` ${exact} `,
})

async function textsOf(hits: Candidate[], client: QueryClientContract): Promise<Map<string, Texts>> {
  const ids = hits.map(({ id }) => id)
  const rows = ids.length ? await client.from('search_documents').whereIn('video_id', ids) : []
  return new Map(
    rows.map((row) => {
      const fields = searchFields.map((field) => [
        field,
        padded({ folded: row[field], exact: row[`${field}_exact`] }),
      ])
      return [row.video_id, Object.fromEntries(fields) as Texts]
    })
  )
}
