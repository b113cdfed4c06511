import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import db from '@adonisjs/lucid/services/db'
import { PostgresSearchIndex } from './postgres_search_index.js'
import type { Clause } from './search_query.js'
import { SqliteSearchIndex } from './sqlite_search_index.js'

/** The inverted index of the database at hand. One contract suite holds both drivers to the same answers. */
export interface SearchIndex {
  /**
   * Ids of the published videos that fit one of the clauses (see `Clause`), at most `limit`, roughly the best first.
   * Clauses hold folded units only, so nothing in them is syntax.
   */
  find(clauses: Clause[], limit: number): Promise<string[]>
}

export function searchIndex(client: QueryClientContract = db.connection()): SearchIndex {
  return client.dialect.name === 'postgres' ? new PostgresSearchIndex(client) : new SqliteSearchIndex(client)
}
