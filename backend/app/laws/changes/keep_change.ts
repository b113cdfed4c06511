import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { hubNow } from '#app/core/clock'
import { newId } from '#app/core/ids'
import type { LegalDay } from '#app/core/legal_day'
import { lawsChanged, lawsRenamed } from '../law_events.js'
import { applyRows } from './apply_rows.js'
import LawChange, { type LawChangeKind } from './law_change.js'
import LawChangeRow from './law_change_row.js'
import { changedFields, type RecordRow } from './states.js'

/** Why something is changed: where it is written, and on which day somebody read it there. */
export interface ChangeReason {
  kind: LawChangeKind
  source: string
  checkedOn: LegalDay
  note?: string | null
  undoesId?: string | null
  /** null: a command of the operator. */
  changedBy: string | null
}

/** One writer at a time over all processes, so that what was looked at is what is changed. */
export function inRecordTurn<T>(work: (trx: TransactionClientContract) => Promise<T>): Promise<T> {
  return db.transaction(async (trx) => {
    if (trx.dialect.name === 'postgres') {
      await trx.rawQuery('SELECT pg_advisory_xact_lock(hashtext(?))', ['hub record of laws'])
    }
    return work(trx)
  })
}

/** Writes the rows and the change that tells of them, in the caller's turn; null where there is nothing to write. */
export async function keepChange(
  rows: RecordRow[],
  reason: ChangeReason,
  trx: TransactionClientContract
): Promise<LawChange | null> {
  if (!rows.length) return null
  const applied = await applyRows(rows, trx)
  const { last } = await trx.from('law_changes').max('sequence as last').first()
  const change = await LawChange.create(
    {
      ...reason,
      note: reason.note?.trim() || null,
      undoesId: reason.undoesId ?? null,
      sequence: Number(last ?? 0) + 1,
      changedAt: DateTime.fromJSDate(hubNow()).toUTC(),
    },
    { client: trx }
  )
  const values = applied.map((row, position) => ({
    id: newId(),
    changeId: change.id,
    position,
    what: row.what,
    rowId: row.id,
    ...lawsOf(row),
    before: row.before,
    after: row.after,
  }))
  for (let at = 0; at < values.length; at += 200)
    await LawChangeRow.createMany(values.slice(at, at + 200), { client: trx })
  return change
}

function lawsOf(row: RecordRow): { lawId: string; otherLawId: string | null } {
  if (row.what !== 'relation') return { lawId: row.id, otherLawId: null }
  const { sourceLawId, targetLawId } = (row.after ?? row.before)!
  return { lawId: sourceLawId, otherLawId: targetLawId }
}

/** To be called after the commit. */
export async function tellOfChange(change: LawChange): Promise<void> {
  const rows = (await LawChangeRow.query().where('changeId', change.id)).filter(
    ({ what }) => what !== 'structure'
  )
  const ids = rows.flatMap(({ lawId, otherLawId }) => (otherLawId ? [lawId, otherLawId] : [lawId]))
  if (ids.length) await lawsChanged(ids)
  const renamed = rows.filter((row) => row.what === 'law' && row.before && row.after && isRenamed(row))
  if (renamed.length) await lawsRenamed(renamed.map(({ lawId }) => lawId))
}

/** What a citation of the document is made of. */
const spoken = ['title', 'number', 'kind', 'issuedOn', 'isStub']
const isRenamed = ({ before, after }: LawChangeRow) =>
  changedFields(before, after).some((name) => spoken.includes(name))
