import { changedFields } from '../changes/states.js'
import { newTally, type Tally } from './tally.js'

/** What an import does with one row. `kept`: a person corrected what it would overwrite, and nobody asked for that. */
export type ImportOutcome = 'added' | 'changed' | 'kept' | 'same' | 'skipped'

export interface ImportedRow {
  /** `laws.tsv:12`: by which a person chooses. */
  key: string
  line: number
  what: 'law' | 'relation'
  /** Of the document or relation, as in the draft. */
  id: string
  outcome: ImportOutcome
  /** What differs (or would, where it is kept). */
  fields: { name: string; before: unknown; after: unknown }[]
}

/** What a person chose in the preview, by the keys of rows. */
export interface ImportChoices {
  /** Corrections of people that the table may overwrite. */
  overwrite: ReadonlySet<string>
  skip: ReadonlySet<string>
}

export const noChoices: ImportChoices = { overwrite: new Set(), skip: new Set() }

/** Decides about one row from what is there and what the table says; `isKept`: by a person, unless asked. */
export function decideRow(
  row: Pick<ImportedRow, 'key' | 'line' | 'what' | 'id'>,
  before: object | null,
  after: object,
  isKept: boolean,
  { overwrite, skip }: ImportChoices
): ImportedRow {
  const at = (state: object | null, name: string) => (state as Record<string, unknown> | null)?.[name] ?? null
  const fields = changedFields(before, after)
    .filter((name) => name !== 'isCorrected')
    .map((name) => ({ name, before: at(before, name), after: at(after, name) }))
  const decided = (outcome: ImportOutcome) => ({ ...row, outcome, fields })
  if (skip.has(row.key)) return decided('skipped')
  if (!before) return decided(isKept && !overwrite.has(row.key) ? 'kept' : 'added')
  if (!fields.length) return decided('same')
  return decided(isKept && !overwrite.has(row.key) ? 'kept' : 'changed')
}

export const isWritten = ({ outcome }: ImportedRow) => outcome === 'added' || outcome === 'changed'

export function tallyOf(rows: ImportedRow[]): Tally {
  const tally = newTally()
  for (const { outcome } of rows) if (outcome !== 'skipped') tally[outcome]++
  return tally
}
