import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import type { SearchIndex } from './search_index.js'
import type { Clause } from './search_query.js'

/** FTS5; a smaller bm25 is better. Its weights follow the order of the columns: title, laws, topics, description, captions. */
const find = `
  SELECT documents.video_id AS id FROM search_index
  JOIN search_documents AS documents ON documents.id = search_index.rowid
  JOIN videos ON videos.id = documents.video_id
  WHERE search_index MATCH ? AND videos.status = 'published' AND videos.historical_since IS NULL
  ORDER BY bm25(search_index, 10, 6, 4, 3, 2), documents.id LIMIT ?`

export class SqliteSearchIndex implements SearchIndex {
  constructor(private client: QueryClientContract) {}

  async find(clauses: Clause[], limit: number): Promise<string[]> {
    const match = clauses.map(expression).filter(Boolean).join(' OR ')
    if (!match) return []
    const rows: { id: string }[] = await this.client.rawQuery(find, [match, limit])
    return rows.map(({ id }) => id)
  }
}

/** Within quotation marks FTS5 knows no operators; units hold no quotation marks. */
function expression({ words, phrases }: Clause): string {
  const terms = [...new Set([...words, ...phrases])].map((term) => `"${term}"`)
  return terms.length ? `(${terms.join(' AND ')})` : ''
}
