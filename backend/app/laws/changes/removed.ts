import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { lawKey } from '../import/read_laws.js'
import { endsKey } from './draft.js'
import LawChangeRow from './law_change_row.js'

/** What people removed from the record: an import brings it back only when asked. */
export interface Removed {
  /** By their natural keys (`lawKey`). */
  laws: ReadonlySet<string>
  /** By their ends (`endsKey`). */
  relations: ReadonlySet<string>
}

export const nothingRemoved: Removed = { laws: new Set(), relations: new Set() }

export async function removedByPeople(client?: QueryClientContract): Promise<Removed> {
  const rows = await LawChangeRow.query({ client }).whereNull('after').whereNotNull('before')
  const laws = new Set<string>()
  const relations = new Set<string>()
  for (const { asRow } of rows) {
    if (asRow.what === 'law') laws.add(lawKey({ ...asRow.before!, issuer: asRow.before!.issuer ?? '' }))
    if (asRow.what === 'relation') relations.add(endsKey(asRow.before!))
  }
  return { laws, relations }
}
