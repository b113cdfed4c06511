import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { HubError, HubErrors } from '#app/core/hub_error'
import { todayInVietnam } from '#app/core/legal_day'
import type User from '#app/accounts/user'
import Law from '../law.js'
import LawRelation from '../law_relation.js'
import LawStructure from '../structure/law_structure.js'
import { inRecordTurn, keepChange, tellOfChange } from './keep_change.js'
import LawChange from './law_change.js'
import LawChangeRow from './law_change_row.js'
import { lawKey } from '../import/read_laws.js'
import { lawNumberKey } from '../law_number.js'
import {
  isSameState,
  lawState,
  relationState,
  type LawState,
  type RecordRow,
  type RelationState,
} from './states.js'

/** The rows that bring everything back to what it was before the change, what came last going first. */
export const reversed = (rows: RecordRow[]): RecordRow[] =>
  rows.map((row) => ({ ...row, before: row.after, after: row.before }) as RecordRow)

/**
 * Why a change can no longer be taken back: rows that are not what it made of them, named with the change that touched
 * them, and documents of its own that others meanwhile lean on. Empty where nothing is in the way.
 */
export async function undoObstacles(
  change: LawChange,
  client?: TransactionClientContract
): Promise<HubError[]> {
  const rows = (await rowsOf(change, client)).map(({ asRow }) => asRow)
  const obstacles: HubError[] = []
  for (const row of rows) {
    if (isSameState(await currentState(row, client), row.after)) continue
    const later = await LawChange.query({ client })
      .whereIn(
        'id',
        LawChangeRow.query({ client }).where('rowId', row.id).where('what', row.what).select('changeId')
      )
      .where('sequence', '>', change.sequence)
      .orderBy('sequence')
      .first()
    const params = { name: await nameOf(row, client), later: later ? `#${later.sequence}` : '' }
    const meta = { ...(later && { changeId: later.id }), rowId: row.id }
    obstacles.push(new HubError(later ? 'E_UNDO_LATER' : 'E_UNDO_CHANGED', 409, { params, meta }))
  }
  if (!obstacles.length) obstacles.push(...(await leaning(rows, client)), ...(await displaced(rows, client)))
  return obstacles.slice(0, 20)
}

/** @throws 409 with everything that is in the way */
export async function undoChange(change: LawChange, actor: User, note: string | null): Promise<LawChange> {
  const undo = await inRecordTurn(async (trx) => {
    const obstacles = await undoObstacles(change, trx)
    if (obstacles.length) throw new HubErrors(409, obstacles)
    const rows = reversed((await rowsOf(change, trx)).map(({ asRow }) => asRow))
    const reason = {
      kind: 'undo' as const,
      source: change.source,
      checkedOn: todayInVietnam(),
      note,
      undoesId: change.id,
      changedBy: actor.id,
    }
    return (await keepChange(rows, reason, trx))!
  })
  await tellOfChange(undo)
  return undo
}

export const rowsOf = (change: LawChange, client?: TransactionClientContract) =>
  LawChangeRow.query({ client }).where('changeId', change.id).orderBy('position')

async function currentState(row: RecordRow, client?: TransactionClientContract) {
  if (row.what === 'law') {
    const law = await Law.query({ client }).where('id', row.id).first()
    return law && lawState(law)
  }
  if (row.what === 'relation') {
    const relation = await LawRelation.query({ client }).where('id', row.id).first()
    return relation && relationState(relation)
  }
  const structure = await LawStructure.query({ client }).where('lawId', row.id).first()
  return structure && { elements: structure.elements }
}

/** Ties of videos, tasks and later relations hold a document that the change brought. */
async function leaning(rows: RecordRow[], client?: TransactionClientContract): Promise<HubError[]> {
  const own = new Set(rows.map(({ id }) => id))
  const obstacles: HubError[] = []
  for (const row of rows) {
    if (row.what !== 'law' || row.before) continue
    const relations = await LawRelation.query({ client }).where((either) =>
      either.where('sourceLawId', row.id).orWhere('targetLawId', row.id)
    )
    const knex = client ?? Law.query().client
    const [tags] = await knex.from('tags').where('law_id', row.id).count('* as count')
    const [tasks] = await knex.from('validity_tasks').where('law_id', row.id).count('* as count')
    const params = { name: await nameOf(row, client) }
    if (Number(tags.count) || Number(tasks.count))
      obstacles.push(new HubError('E_UNDO_TAGGED', 409, { params }))
    else if (relations.some(({ id }) => !own.has(id)))
      obstacles.push(new HubError('E_UNDO_RELATED', 409, { params }))
    else if (await LawStructure.query({ client }).where('lawId', row.id).first())
      obstacles.push(new HubError('E_UNDO_STRUCTURED', 409, { params }))
  }
  return obstacles
}

/** What would come back finds its place taken, or an end of its relation gone. */
async function displaced(rows: RecordRow[], client?: TransactionClientContract): Promise<HubError[]> {
  const own = new Set(rows.map(({ id }) => id))
  const restored = new Set(rows.filter(({ what, before }) => what === 'law' && before).map(({ id }) => id))
  const obstacles: HubError[] = []
  for (const row of rows) {
    if (row.what === 'structure' || !row.before) continue
    const isDisplaced =
      row.what === 'law'
        ? await isTaken(row.before, row.id, client)
        : await hasLostItsPlace(row.before, row.id, restored, own, client)
    if (!isDisplaced) continue
    const params = { name: await nameOf(row, client) }
    obstacles.push(new HubError('E_UNDO_CHANGED', 409, { params }))
  }
  return obstacles
}

async function isTaken(state: LawState, id: string, client?: TransactionClientContract): Promise<boolean> {
  const others = await Law.query({ client })
    .whereNot('id', id)
    .where((either) => either.where('slug', state.slug).orWhere('numberKey', lawNumberKey(state.number)))
  const keyOf = (one: LawState) => lawKey({ ...one, issuer: one.issuer ?? '' })
  return others.some((law) => law.slug === state.slug || keyOf(lawState(law)) === keyOf(state))
}

async function hasLostItsPlace(
  { sourceLawId, targetLawId, relation }: RelationState,
  id: string,
  restored: ReadonlySet<string>,
  own: ReadonlySet<string>,
  client?: TransactionClientContract
): Promise<boolean> {
  const missing = [sourceLawId, targetLawId].filter((end) => !restored.has(end))
  const ends = await Law.query({ client }).whereIn('id', missing)
  if (missing.some((end) => !ends.some((law) => law.id === end))) return true
  const same = LawRelation.query({ client }).where({ sourceLawId, targetLawId, relation })
  return (await same.whereNot('id', id)).some((one) => !own.has(one.id))
}

async function nameOf(row: RecordRow, client?: TransactionClientContract): Promise<string> {
  const state = row.after ?? row.before
  if (row.what === 'law') return (state as { number: string }).number
  if (row.what === 'structure') return (await Law.query({ client }).where('id', row.id).first())?.number ?? ''
  const { sourceLawId, targetLawId } = state as { sourceLawId: string; targetLawId: string }
  const ends = await Law.query({ client }).whereIn('id', [sourceLawId, targetLawId])
  const numberOf = (id: string) => ends.find((law) => law.id === id)?.number ?? '?'
  return `${numberOf(sourceLawId)} → ${numberOf(targetLawId)}`
}
