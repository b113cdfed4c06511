import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { isWanting, type Hit, type SearchIndex, type Wanted } from './search_index.js'

/** FTS5 walks its lists from the end, and stops when there are enough: a common word costs no more than a rare one. */
const find = `
  SELECT entries.id AS entry, entries.video_id AS id, entries.title AS folded, entries.title_exact AS exact, entries.facets
  FROM search_terms CROSS JOIN search_entries AS entries ON entries.id = search_terms.rowid
  CROSS JOIN videos ON videos.id = entries.video_id
  WHERE search_terms MATCH ? AND search_terms.rowid < ?
    AND videos.status = 'published' AND videos.historical_since IS NULL
  ORDER BY search_terms.rowid DESC LIMIT ?`

const last = Number.MAX_SAFE_INTEGER

export class SqliteSearchIndex implements SearchIndex {
  constructor(private client: QueryClientContract) {}

  async find(wanted: Wanted, limit: number, before = last): Promise<Hit[]> {
    if (!isWanting(wanted)) return []
    return this.client.rawQuery<Hit[]>(find, [expression(wanted), before, limit])
  }

  async put(entry: number, words: string[], marks: string[]): Promise<void> {
    await this.client.rawQuery('DELETE FROM search_terms WHERE rowid = ?', [entry])
    const terms = [...words, ...marks].join(' ')
    await this.client.rawQuery('INSERT INTO search_terms (rowid, terms) VALUES (?, ?)', [entry, terms])
  }
}

/** Within quotation marks FTS5 knows no operators; terms hold no quotation marks. */
function expression(wanted: Wanted): string {
  if (typeof wanted === 'string') return `"${wanted}"`
  if ('beginning' in wanted) return `"${wanted.beginning}" *`
  if ('row' in wanted) return `"${wanted.row.join(' ')}"`
  const [parts, word] = 'all' in wanted ? [wanted.all, ' AND '] : [wanted.any, ' OR ']
  return `(${parts.filter(isWanting).map(expression).join(word)})`
}
