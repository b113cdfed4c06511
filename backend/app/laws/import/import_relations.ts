import type { HubError } from '#app/core/hub_error'
import { endsKey, type Draft } from '../changes/draft.js'
import type { Removed } from '../changes/removed.js'
import type { RelationState } from '../changes/states.js'
import { decideRow, isWritten, noChoices, type ImportChoices, type ImportedRow } from './imported_row.js'
import type { RelationRow } from './read_relations.js'
import { importProblem } from './tsv.js'

export interface ImportedRelations {
  rows: ImportedRow[]
  problems: HubError[]
}

/** Brings relations between documents of the draft into it. A number that several documents share names none of them. */
export function importRelations(
  rows: RelationRow[],
  draft: Draft,
  removed: Removed,
  choices: ImportChoices = noChoices,
  file = 'relations.tsv'
): ImportedRelations {
  const problems: HubError[] = []
  const imported: ImportedRow[] = []
  for (const row of rows) {
    const known = knownEnds(row, draft)
    const sourceLawId = known?.sourceLawId ?? idOf(row, 'source')
    const targetLawId = known?.targetLawId ?? idOf(row, 'target')
    if (!sourceLawId || !targetLawId) continue
    const ends = { sourceLawId, targetLawId, relation: row.kind }
    const id = draft.relationBetween(ends)
    const before = id ? draft.relations.get(id)! : null
    // The table does not know provisions: where a person named them, it knows less than the record
    const after: RelationState = {
      ...ends,
      scope: row.scope,
      provisions: null,
      fromOn: row.fromOn,
      isCorrected: false,
    }
    const isKept = before
      ? before.isCorrected || before.provisions !== null
      : removed.relations.has(endsKey(ends))
    const place = { key: `${file}:${row.line}`, line: row.line, what: 'relation' as const, id: id ?? '' }
    const decided = decideRow(place, before, after, isKept, choices)
    if (isWritten(decided)) {
      if (id) draft.setRelation(id, after)
      else decided.id = draft.addRelation(after)
    }
    imported.push(decided)
  }
  return { rows: imported, problems }

  function idOf(row: RelationRow, column: 'source' | 'target'): string | null {
    const number = column === 'source' ? row.sourceNumber : row.targetNumber
    const all = draft.lawIdsNumbered(number)
    // What a person added beside a document of the tables does not make the tables unreadable
    const ids = all.length > 1 ? all.filter((id) => !draft.laws.get(id)!.isCorrected) : all
    if (ids.length === 1) return ids[0]!
    const code = all.length > 1 ? 'E_IMPORT_AMBIGUOUS' : 'E_IMPORT_VALUE'
    problems.push(importProblem(code, { file, line: row.line, column }, number))
    return null
  }
}

/** Where several documents share a number: those between which the relation is there already. */
function knownEnds(row: RelationRow, draft: Draft) {
  const targets = draft.lawIdsNumbered(row.targetNumber)
  const found = draft
    .lawIdsNumbered(row.sourceNumber)
    .flatMap((sourceLawId) =>
      targets
        .map((targetLawId) => ({ sourceLawId, targetLawId }))
        .filter((ends) => draft.relationBetween({ ...ends, relation: row.kind }))
    )
  return found.length === 1 ? found[0]! : null
}
