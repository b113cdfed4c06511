import type { I18n } from '@adonisjs/i18n'
import type { HubError } from '#app/core/hub_error'
import type { ImportedRow } from '#app/laws/import/imported_row'
import type LawChange from '#app/laws/changes/law_change'
import LawChangeModel from '#app/laws/changes/law_change'
import { provisionText, type Provision } from '#app/laws/provision'
import Topic from '#app/topics/topic'
import { effectViews } from './effect_view.js'
import type { Plan } from './plan_change.js'
import { mentionOf, rowView, type RowContext } from './row_view.js'

const mostRows = 2000

export async function rowContext(records: RowContext['records'], language: string): Promise<RowContext> {
  const topics = new Map((await Topic.all()).map((topic) => [topic.id, topic]))
  return { records, topics, language }
}

/** A sentence about one row, warned of or refused, with its place in a file. */
export function remark({ code, options }: HubError, i18n: I18n) {
  const { file, line } = options.params ?? {}
  return {
    code,
    message: i18n.t(`errors.${code}`, options.params, code),
    file: file === undefined ? null : String(file),
    line: line === undefined ? null : Number(line),
  }
}

export async function planView(plan: Plan, i18n: I18n) {
  const context = await rowContext([plan.after, plan.before], i18n.locale)
  const structure = plan.rows.find((row) => row.what === 'structure')
  return {
    kind: plan.kind,
    fingerprint: plan.fingerprint,
    rowCount: plan.rows.length,
    rows: plan.rows.slice(0, mostRows).map((row) => rowView(row, context)),
    effects: await effectViews(plan.effects, { ...plan, i18n }),
    imported: plan.imported
      .filter(({ outcome }) => outcome !== 'same')
      .slice(0, mostRows)
      .map((row) => importedView(row, context)),
    sameCount: plan.imported.filter(({ outcome }) => outcome === 'same').length,
    problems: plan.problems.slice(0, 500).map((problem) => remark(problem, i18n)),
    warnings: plan.warnings.map((warning) => remark(warning, i18n)),
    structure: structure?.what === 'structure' ? (structure.after?.elements ?? []) : null,
  }
}

function importedView({ key, line, what, id, outcome, fields }: ImportedRow, context: RowContext) {
  const after = (name: string) => fields.find((one) => one.name === name)?.after
  const known = mentionOf(id, context)
  const ends = [after('sourceLawId'), after('targetLawId')].map((end) =>
    typeof end === 'string' ? mentionOf(end, context).number : ''
  )
  const between = context.records.flatMap(({ relations }) => relations).find((one) => one.id === id)
  const named = between
    ? [between.sourceLawId, between.targetLawId].map((end) => mentionOf(end, context).number)
    : ends
  const name = what === 'law' ? known.number || String(after('number') ?? '') : named.join(' → ')
  const text = (field: string, value: unknown) => {
    if (value === null || value === undefined) return null
    if (field === 'topicId') return context.topics.get(value as number)?.name ?? null
    if (field === 'provisions') return (value as Provision[]).map(provisionText).join('; ')
    return String(value)
  }
  return {
    key,
    line,
    what,
    outcome,
    name,
    fields: fields
      .filter((field) => !['slug', 'sourceLawId', 'targetLawId'].includes(field.name))
      .map((field) => ({
        name: field.name === 'topicId' ? 'topic' : field.name,
        before: text(field.name, field.before),
        after: text(field.name, field.after),
      })),
  }
}

/** Changes as a list shows them; `rows` (counted) and the undoings of each are looked up for all at once. */
export async function changeViews(changes: LawChange[]) {
  const undoings = await LawChangeModel.query().whereNotNull('undoesId').orderBy('sequence')
  const standing = (id: string): LawChange | undefined =>
    undoings.filter(({ undoesId }) => undoesId === id).findLast((undo) => !standing(undo.id))
  const sequences = new Map(undoings.map(({ id, sequence }) => [id, sequence]))
  const undone = changes.map(({ undoesId }) => undoesId).filter((id) => id !== null)
  for (const { id, sequence } of await LawChangeModel.query().whereIn('id', undone))
    sequences.set(id, sequence)
  return changes.map((change) => {
    const undoneBy = standing(change.id)
    return {
      id: change.id,
      sequence: change.sequence,
      kind: change.kind,
      source: change.source,
      checkedOn: change.checkedOn,
      note: change.note,
      changedAt: change.changedAt.toISO(),
      changedBy: change.changer ? { id: change.changer.id, fullName: change.changer.fullName } : null,
      rowCount: Number(change.$extras.rows_count ?? 0),
      undoes: change.undoesId ? { id: change.undoesId, sequence: sequences.get(change.undoesId) ?? 0 } : null,
      undoneBy: undoneBy ? { id: undoneBy.id, sequence: undoneBy.sequence } : null,
    }
  })
}
