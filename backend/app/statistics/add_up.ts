import type { QueryClientContract } from '@adonisjs/lucid/types/database'

export interface Counter {
  table: string
  /** Its primary key. */
  keys: string[]
  /** The columns that are added to; in others the first value stays. */
  counts: string[]
}

/**
 * Adds each row's counts to those that are kept, in one statement: of two that come at once, both are counted. Rows are to
 * come in the order of their keys, so that two such statements never wait for one another in a circle.
 */
export async function addUp(
  client: QueryClientContract,
  { table, keys, counts }: Counter,
  rows: Record<string, string | number>[]
): Promise<void> {
  const [first] = rows
  if (!first) return
  const columns = Object.keys(first)
  const places = rows.map(() => `(${columns.map(() => '?').join(', ')})`).join(', ')
  const added = counts.map((count) => `${count} = ${table}.${count} + excluded.${count}`).join(', ')
  await client.rawQuery(
    `insert into ${table} (${columns.join(', ')}) values ${places} on conflict (${keys.join(', ')}) do update set ${added}`,
    rows.flatMap((row) => columns.map((column) => row[column]!))
  )
}
