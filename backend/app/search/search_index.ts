import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import db from '@adonisjs/lucid/services/db'
import { PostgresSearchIndex } from './postgres_search_index.js'
import { SqliteSearchIndex } from './sqlite_search_index.js'

/** Which terms a video must hold: one, one that begins so, several in a row, all of some, any of some. */
export type Wanted =
  string | { beginning: string } | { row: string[] } | { all: Wanted[] } | { any: Wanted[] }

/** A listed video that holds what is wanted, with what a list of hits needs. */
export interface Hit {
  /** Number of its entry; a greater one was made later. */
  entry: number
  id: string
  /** Of the title, in the two forms. */
  folded: string
  exact: string
  /** Terms of its facets, set apart by spaces. */
  facets: string
}

/** The inverted index of the database at hand. One contract suite holds both drivers to the same answers. */
export interface SearchIndex {
  /** Listed videos that hold what is wanted, the last made first, at most `limit`; only those made before `before`. */
  find(wanted: Wanted, limit: number, before?: number): Promise<Hit[]>
  /** Takes the place of what the entry held. Words stand as in the text, marks have no place. */
  put(entry: number, words: string[], marks: string[]): Promise<void>
}

export function searchIndex(client: QueryClientContract = db.connection()): SearchIndex {
  return client.dialect.name === 'postgres' ? new PostgresSearchIndex(client) : new SqliteSearchIndex(client)
}

/** Whether there is anything to look for. */
export function isWanting(wanted: Wanted): boolean {
  if (typeof wanted === 'string') return wanted !== ''
  if ('beginning' in wanted) return wanted.beginning !== ''
  if ('row' in wanted) return wanted.row.length > 0
  return 'all' in wanted ? wanted.all.some(isWanting) : wanted.any.some(isWanting)
}
