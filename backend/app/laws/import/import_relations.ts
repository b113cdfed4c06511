import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { HubErrors } from '#app/core/hub_error'
import Law from '../law.js'
import { lawNumberKey } from '../law_number.js'
import LawRelation from '../law_relation.js'
import type { RelationRow } from './read_relations.js'
import { newTally, type Tally } from './tally.js'
import { importProblem } from './tsv.js'

/** Relations between documents that are already in the record. */
export async function importRelations(
  rows: RelationRow[],
  trx: TransactionClientContract,
  file = 'relations.tsv'
): Promise<Tally> {
  const tally = newTally()
  const idOf = await lawIds(rows, file, trx)
  const stored = await LawRelation.query({ client: trx })
  const key = (one: Pick<LawRelation, 'sourceLawId' | 'targetLawId' | 'relation'>) =>
    `${one.sourceLawId}|${one.targetLawId}|${one.relation}`
  const known = new Map(stored.map((one) => [key(one), one]))
  const touched = new Set<string>()

  for (const row of rows) {
    const ends = {
      sourceLawId: idOf(row.sourceNumber),
      targetLawId: idOf(row.targetNumber),
      relation: row.kind,
    }
    const relation = known.get(key(ends)) ?? new LawRelation()
    if (relation.correctedAt || relation.provisions?.length) {
      // A person has said what it touches: more than the table knows
      tally.kept++
      continue
    }
    relation.merge({ ...ends, scope: row.scope, fromOn: row.fromOn })
    known.set(key(ends), relation)
    if (!relation.$isPersisted) tally.added++
    else if (relation.$isDirty) tally.changed++
    else {
      tally.same++
      continue
    }
    touched.add(relation.sourceLawId)
    await relation.useTransaction(trx).save()
  }
  await touch([...touched], trx)
  return tally
}

/** A number that several documents share names none of them: the table must be made clearer. */
async function lawIds(rows: RelationRow[], file: string, trx: TransactionClientContract) {
  const ids = new Map<string, string[]>()
  for (const { id, numberKey } of await Law.query({ client: trx }).select('id', 'numberKey')) {
    ids.set(numberKey, [...(ids.get(numberKey) ?? []), id])
  }
  const idsOf = (number: string) => ids.get(lawNumberKey(number)) ?? []
  const problems = rows.flatMap((row) => [
    ...(idsOf(row.sourceNumber).length === 1 ? [] : [problem(row, 'source', row.sourceNumber)]),
    ...(idsOf(row.targetNumber).length === 1 ? [] : [problem(row, 'target', row.targetNumber)]),
  ])
  if (problems.length) throw new HubErrors(422, problems)
  return (number: string) => idsOf(number)[0]!

  function problem({ line }: RelationRow, column: string, number: string) {
    return importProblem('E_IMPORT_VALUE', { file, line, column }, number)
  }
}

/** Other processes notice a changed relation by its source's time of change (law_record.ts). */
async function touch(ids: string[], trx: TransactionClientContract) {
  if (!ids.length) return
  const now = DateTime.utc().toISO()
  await trx.from('laws').whereIn('id', ids).update({ updated_at: now })
}
