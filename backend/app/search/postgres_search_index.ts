import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import type { SearchIndex } from './search_index.js'
import type { Clause } from './search_query.js'

const find = `
  SELECT documents.video_id AS id FROM search_documents AS documents
  JOIN videos ON videos.id = documents.video_id
  WHERE documents.words @@ to_tsquery('simple', ?) AND videos.status = 'published' AND videos.historical_since IS NULL
  ORDER BY ts_rank(documents.words, to_tsquery('simple', ?)) DESC, documents.id LIMIT ?`

export class PostgresSearchIndex implements SearchIndex {
  constructor(private client: QueryClientContract) {}

  async find(clauses: Clause[], limit: number): Promise<string[]> {
    const match = clauses.map(expression).filter(Boolean).join(' | ')
    if (!match) return []
    const { rows } = await this.client.rawQuery<{ rows: { id: string }[] }>(find, [match, match, limit])
    return rows.map(({ id }) => id)
  }
}

/** Within quotation marks a tsquery knows no operators; units hold neither quotation marks nor backslashes. */
function expression({ words, phrases }: Clause): string {
  const terms = [...new Set(words)].map((word) => `'${word}'`)
  for (const phrase of new Set(phrases)) {
    const units = phrase.split(' ').map((unit) => `'${unit}'`)
    terms.push(`(${units.join(' <-> ')})`)
  }
  return terms.length ? `(${terms.join(' & ')})` : ''
}
