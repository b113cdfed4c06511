import Law from '../law.js'
import { lawNumberKey } from '../law_number.js'
import { LawRecord } from '../law_record.js'
import LawRelation from '../law_relation.js'
import type { LawState, RecordRow, RelationState } from './states.js'

/** The record as it would be with these rows, for the pure functions of validity: nothing of it is ever written. */
export function recordAfter(record: LawRecord, rows: RecordRow[]): LawRecord {
  const laws = new Map(record.laws.map((law) => [law.id, law]))
  const relations = new Map(record.relations.map((relation) => [relation.id, relation]))
  for (const row of rows) {
    if (row.what === 'law') replace(laws, row.id, row.after && lawOf(row.id, row.after))
    if (row.what === 'relation') replace(relations, row.id, row.after && relationOf(row.id, row.after))
  }
  return new LawRecord('preview', [...laws.values()], [...relations.values()])
}

function replace<T>(map: Map<string, T>, id: string, value: T | null) {
  if (value) map.set(id, value)
  else map.delete(id)
}

function lawOf(id: string, { isCorrected: _corrected, ...fields }: LawState): Law {
  return new Law().merge({ id, ...fields, numberKey: lawNumberKey(fields.number) })
}

function relationOf(id: string, { isCorrected: _corrected, ...fields }: RelationState): LawRelation {
  return new LawRelation().merge({ id, ...fields })
}
