import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { isWanting, type Hit, type SearchIndex, type Wanted } from './search_index.js'

/** The numbers come from the index and from narrow rows; only the last made of them are looked at further. */
const find = `
  WITH numbers AS MATERIALIZED (
    SELECT id FROM search_terms WHERE terms @@ ?::tsquery AND id < ?
  ), latest AS MATERIALIZED (
    SELECT id FROM numbers ORDER BY id DESC LIMIT ?
  )
  SELECT entries.id AS entry, entries.video_id AS id, entries.title AS folded, entries.title_exact AS exact, entries.facets,
    videos.status = 'published' AND videos.historical_since IS NULL AS "isListed"
  FROM latest JOIN search_entries AS entries ON entries.id = latest.id
  JOIN videos ON videos.id = entries.video_id
  ORDER BY entries.id DESC`

const last = 2 ** 31 - 1

export class PostgresSearchIndex implements SearchIndex {
  constructor(private client: QueryClientContract) {}

  async find(wanted: Wanted, limit: number, before = last): Promise<Hit[]> {
    if (!isWanting(wanted)) return []
    const found: Hit[] = []
    // Mostly once: only where many that hold it are not listed, further back
    for (;;) {
      const { rows } = await this.client.rawQuery<{ rows: (Hit & { isListed: boolean })[] }>(find, [
        expression(wanted),
        before,
        limit,
      ])
      found.push(...rows.filter(({ isListed }) => isListed).map(({ isListed: _, ...hit }) => hit))
      if (found.length >= limit || rows.length < limit) return found.slice(0, limit)
      before = rows.at(-1)!.entry
    }
  }

  async put(entry: number, words: string[], marks: string[]): Promise<void> {
    const terms = [...words.map((word, at) => `'${word}':${at + 1}`), ...marks.map((mark) => `'${mark}'`)]
    await this.client.rawQuery(
      `INSERT INTO search_terms (id, terms) VALUES (?, ?::tsvector)
        ON CONFLICT (id) DO UPDATE SET terms = excluded.terms`,
      [entry, terms.join(' ')]
    )
  }
}

/** Within quotation marks a tsquery knows no operators; terms hold neither quotation marks nor backslashes. */
function expression(wanted: Wanted): string {
  if (typeof wanted === 'string') return `'${wanted}'`
  if ('beginning' in wanted) return `'${wanted.beginning}':*`
  if ('row' in wanted) return `(${wanted.row.map((term) => `'${term}'`).join(' <-> ')})`
  const [parts, word] = 'all' in wanted ? [wanted.all, ' & '] : [wanted.any, ' | ']
  return `(${parts.filter(isWanting).map(expression).join(word)})`
}
