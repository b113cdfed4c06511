import type { LegalDay } from '#app/core/legal_day'
import type { Draft } from '../changes/draft.js'
import type { Removed } from '../changes/removed.js'
import type { LawState } from '../changes/states.js'
import { decideRow, isWritten, noChoices, type ImportChoices, type ImportedRow } from './imported_row.js'
import { lawKey, type LawRow } from './read_laws.js'
import type { LawStub } from './read_relations.js'

/** Where the imported labels come from, and when they were looked up. */
export interface ImportSource {
  name: string
  checkedOn: LegalDay
}

interface Import {
  rows: LawRow[]
  topicIds: ReadonlyMap<string, number>
  source: ImportSource
  file?: string
}

/** Brings documents into the draft by their natural key; stubs become documents. */
export function importLaws(
  from: Import,
  draft: Draft,
  removed: Removed,
  choices: ImportChoices = noChoices
): ImportedRow[] {
  const claimed = new Set<string>()
  return from.rows.map((row) => {
    const id = findLaw(draft, row, claimed)
    const before = id ? draft.laws.get(id)! : null
    const after = { ...stateOf(row, from), slug: before?.slug ?? '' }
    const key = `${from.file ?? 'laws.tsv'}:${row.line}`
    const place = { key, line: row.line, what: 'law' as const, id: id ?? '' }
    const decided = decideRow(
      place,
      before,
      after,
      before?.isCorrected ?? removed.laws.has(lawKey(row)),
      choices
    )
    if (isWritten(decided)) {
      if (id) draft.setLaw(id, after)
      else decided.id = draft.addLaw(after)
    }
    if (decided.id) claimed.add(decided.id)
    return decided
  })
}

function stateOf(row: LawRow, { topicIds, source }: Import): Omit<LawState, 'slug'> {
  const { line: _line, topicSlug, ...values } = row
  return {
    ...values,
    topicId: topicSlug ? (topicIds.get(topicSlug) ?? null) : null,
    statedSource: source.name,
    checkedOn: source.checkedOn,
    isStub: false,
    isCorrected: false,
  }
}

/** Documents known from relations alone. */
export function addStubs(stubs: LawStub[], draft: Draft): ImportedRow[] {
  return stubs
    .filter(({ number }) => !draft.lawIdsNumbered(number).length)
    .map((stub) => {
      const id = draft.addLaw({
        ...stub,
        issuedOn: null,
        effectiveOn: null,
        expiredOn: null,
        statedSource: null,
        checkedOn: null,
        confidence: 'low',
        topicId: null,
        isStub: true,
        isCorrected: false,
      })
      return { key: `stub:${stub.number}`, line: 0, what: 'law' as const, id, outcome: 'added', fields: [] }
    })
}

type Sought = Pick<LawRow, 'kind' | 'issuer' | 'number' | 'issuedOn'>

/**
 * The same document: by its whole natural key; else the one stub with its number, or the one of its issuer whose day of
 * issue is not known, or was corrected by a person.
 */
function findLaw(draft: Draft, row: Sought, claimed: ReadonlySet<string>): string | undefined {
  const free = draft
    .lawIdsNumbered(row.number)
    .filter((id) => !claimed.has(id))
    .map((id) => ({ id, law: draft.laws.get(id)! }))
  const exact = free.find(({ law }) => lawKey({ ...law, issuer: law.issuer ?? '' }) === lawKey(row))
  if (exact) return exact.id
  const near = free.filter(
    ({ law }) =>
      law.isStub ||
      (law.kind === row.kind &&
        (law.issuer ?? row.issuer).toLowerCase() === row.issuer.toLowerCase() &&
        (!law.issuedOn || !row.issuedOn || law.isCorrected))
  )
  return near.length === 1 ? near[0]!.id : undefined
}
