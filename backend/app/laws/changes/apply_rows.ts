import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { readInstant } from '#app/core/columns'
import { newId } from '#app/core/ids'
import Law from '../law.js'
import { lawNumberKey } from '../law_number.js'
import LawRelation from '../law_relation.js'
import LawStructure from '../structure/law_structure.js'
import { isNewId } from './draft.js'
import type { LawState, RecordRow, RelationState } from './states.js'

/**
 * Writes what the rows say, and answers with the same rows under the ids that new ones got. What goes, goes before what
 * comes, and a document goes last, when nothing names it any more.
 */
export async function applyRows(rows: RecordRow[], trx: TransactionClientContract): Promise<RecordRow[]> {
  const moment = DateTime.utc()
  const named = withIds(rows)
  const touched = new Set<string>()
  for (const row of named) {
    if (row.what === 'relation' && !row.after) {
      await LawRelation.query({ client: trx }).where('id', row.id).delete()
      touched.add(row.before!.sourceLawId)
    }
  }
  for (const row of named) {
    touched.add(row.what === 'relation' ? (row.after ?? row.before!).sourceLawId : row.id)
    if (row.what === 'law' && row.after) await writeLaw(row.id, row.after, moment, trx)
    if (row.what === 'relation' && row.after) await writeRelation(row.id, row.after, moment, trx)
    if (row.what === 'structure') await writeStructure(row.id, row.after?.elements ?? null, trx)
  }
  for (const row of named) {
    if (row.what === 'law' && !row.after) await Law.query({ client: trx }).where('id', row.id).delete()
  }
  await touch([...touched], moment, trx)
  return named
}

function withIds(rows: RecordRow[]): RecordRow[] {
  const ids = new Map<string, string>()
  for (const { id } of rows) if (isNewId(id)) ids.set(id, newId())
  const real = (id: string) => ids.get(id) ?? id
  return rows.map((row) => {
    if (row.what !== 'relation' || !row.after) return { ...row, id: real(row.id) } as RecordRow
    const { sourceLawId, targetLawId } = row.after
    const after = { ...row.after, sourceLawId: real(sourceLawId), targetLawId: real(targetLawId) }
    return { ...row, id: real(row.id), after }
  })
}

async function writeLaw(id: string, state: LawState, moment: DateTime, trx: TransactionClientContract) {
  const { isCorrected, ...fields } = state
  const law = (await Law.query({ client: trx }).where('id', id).first()) ?? new Law().merge({ id })
  const correctedAt = isCorrected ? (law.correctedAt ?? moment) : null
  const numberKey = lawNumberKey(state.number)
  await law
    .useTransaction(trx)
    .merge({ ...fields, numberKey, correctedAt })
    .save()
}

async function writeRelation(
  id: string,
  state: RelationState,
  moment: DateTime,
  trx: TransactionClientContract
) {
  const { isCorrected, ...fields } = state
  const query = LawRelation.query({ client: trx }).where('id', id)
  const relation = (await query.first()) ?? new LawRelation().merge({ id })
  const correctedAt = isCorrected ? (relation.correctedAt ?? moment) : null
  await relation
    .useTransaction(trx)
    .merge({ ...fields, correctedAt })
    .save()
}

async function writeStructure(
  lawId: string,
  elements: LawStructure['elements'] | null,
  trx: TransactionClientContract
) {
  if (!elements) return void (await LawStructure.query({ client: trx }).where('lawId', lawId).delete())
  const found = await LawStructure.query({ client: trx }).where('lawId', lawId).first()
  await (found ?? new LawStructure().merge({ lawId })).useTransaction(trx).merge({ elements }).save()
}

/**
 * Other processes notice a change by the latest time of change among all documents (law_record.ts): it moves on even
 * where two changes fall into one millisecond.
 */
async function touch(ids: string[], moment: DateTime, trx: TransactionClientContract) {
  const { latest } = await trx.from('laws').max('updated_at as latest').first()
  const last = latest ? readInstant(latest) : moment
  const later = last.plus({ milliseconds: 1 })
  const now = (later > moment ? later : moment).toUTC().toISO()
  for (let at = 0; at < ids.length; at += 500) {
    await trx
      .from('laws')
      .whereIn('id', ids.slice(at, at + 500))
      .update({ updated_at: now })
  }
}
