import { HubError } from '#app/core/hub_error'
import type { Draft } from '../changes/draft.js'
import type { LawState } from '../changes/states.js'
import type { ImportSource } from './import_laws.js'
import { decideRow, isWritten, type ImportChoices, type ImportedRow } from './imported_row.js'
import type { VbplRow } from './read_vbpl.js'
import { importProblem } from './tsv.js'

interface Import {
  rows: VbplRow[]
  source: ImportSource
  file: string
}

/**
 * Brings documents of the national database into the draft: what an entry leaves out stays as it is. A document that the
 * record does not have needs a title; a number that several documents share needs a kind or a day of issue that tells.
 */
export function importVbpl(from: Import, draft: Draft, choices: ImportChoices) {
  const problems: HubError[] = []
  const rows: ImportedRow[] = []
  for (const row of from.rows) {
    const place = { file: from.file, line: row.line, column: 'docNum' }
    const found = candidates(draft, row)
    if (found.length > 1) {
      problems.push(importProblem('E_IMPORT_AMBIGUOUS', place, row.number))
      continue
    }
    const id = found[0]
    const before = id ? draft.laws.get(id)! : null
    if (!before && (!row.title || !row.kind)) {
      const column = row.title ? 'docType' : 'title'
      problems.push(importProblem('E_IMPORT_MISSING', { ...place, column }))
      continue
    }
    const after = stateOf(row, before, from.source)
    const key = `${from.file}:${row.line}`
    const base = { key, line: row.line, what: 'law' as const, id: id ?? '' }
    const decided = decideRow(base, before, after, before?.isCorrected ?? false, choices)
    if (isWritten(decided)) {
      if (id) draft.setLaw(id, after)
      else decided.id = draft.addLaw(after)
    }
    rows.push(decided)
  }
  return { rows, problems }
}

function candidates(draft: Draft, row: VbplRow): string[] {
  const all = draft.lawIdsNumbered(row.number)
  if (all.length < 2) return all.filter((id) => isPossible(draft.laws.get(id)!, row))
  const fits = all.filter((id) => isPossible(draft.laws.get(id)!, row))
  const sameDay = fits.filter((id) => draft.laws.get(id)!.issuedOn === row.issuedOn && row.issuedOn)
  const sameIssuer = fits.filter(
    (id) => row.issuer && draft.laws.get(id)!.issuer?.toLowerCase() === row.issuer.toLowerCase()
  )
  if (sameDay.length === 1) return sameDay
  return sameIssuer.length === 1 ? sameIssuer : fits
}

/** Another kind, or another known day of issue together with another issuer, is another document of the same number. */
function isPossible(law: LawState, row: VbplRow): boolean {
  if (law.isStub) return true
  if (row.kind && law.kind !== row.kind) return false
  const otherDay = law.issuedOn && row.issuedOn && law.issuedOn !== row.issuedOn
  const otherIssuer = law.issuer && row.issuer && law.issuer.toLowerCase() !== row.issuer.toLowerCase()
  return !(otherDay && otherIssuer)
}

function stateOf(row: VbplRow, before: LawState | null, source: ImportSource): LawState {
  const says = row.statedStatus !== 'chua_xac_minh'
  return {
    slug: before?.slug ?? '',
    kind: row.kind ?? before!.kind,
    number: row.number,
    title: row.title ?? before!.title,
    issuer: row.issuer ?? before?.issuer ?? null,
    issuedOn: row.issuedOn ?? before?.issuedOn ?? null,
    effectiveOn: row.effectiveOn ?? before?.effectiveOn ?? null,
    expiredOn: row.expiredOn ?? before?.expiredOn ?? null,
    statedStatus: says ? row.statedStatus : (before?.statedStatus ?? 'chua_xac_minh'),
    statedSource: source.name,
    checkedOn: source.checkedOn,
    confidence: before && !before.isStub ? before.confidence : 'medium',
    topicId: before?.topicId ?? null,
    isStub: before ? before.isStub && !row.title : false,
    isCorrected: false,
  }
}
