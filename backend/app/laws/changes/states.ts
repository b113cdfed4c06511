import type { LegalDay } from '#app/core/legal_day'
import type { Confidence } from '../import/read_laws.js'
import type Law from '../law.js'
import type { LawKind } from '../law_kinds.js'
import type LawRelation from '../law_relation.js'
import type { LawStatus } from '../law_status.js'
import type { Provision } from '../provision.js'
import type { RelationKind } from '../relation_kinds.js'
import type { StructureElement } from '../structure/read_structure.js'

/** Everything that is kept of a document, without the moments at which it was written. */
export interface LawState {
  slug: string
  kind: LawKind
  number: string
  title: string
  issuer: string | null
  issuedOn: LegalDay | null
  effectiveOn: LegalDay | null
  expiredOn: LegalDay | null
  statedStatus: LawStatus
  statedSource: string | null
  checkedOn: LegalDay | null
  confidence: Confidence
  topicId: number | null
  isStub: boolean
  /** By a person: an import asks before it overwrites. */
  isCorrected: boolean
}

export interface RelationState {
  sourceLawId: string
  targetLawId: string
  relation: RelationKind
  scope: 'whole' | 'part' | null
  provisions: Provision[] | null
  fromOn: LegalDay | null
  isCorrected: boolean
}

export interface StructureState {
  elements: StructureElement[]
}

/** One document, relation or structure as it was and as it is to be; null where it was not, or is no longer, there. */
export type RecordRow =
  | { what: 'law'; id: string; before: LawState | null; after: LawState | null }
  | { what: 'relation'; id: string; before: RelationState | null; after: RelationState | null }
  | { what: 'structure'; id: string; before: StructureState | null; after: StructureState | null }

export const lawState = (law: Law): LawState => ({
  slug: law.slug,
  kind: law.kind,
  number: law.number,
  title: law.title,
  issuer: law.issuer ?? null,
  issuedOn: law.issuedOn ?? null,
  effectiveOn: law.effectiveOn ?? null,
  expiredOn: law.expiredOn ?? null,
  statedStatus: law.statedStatus,
  statedSource: law.statedSource ?? null,
  checkedOn: law.checkedOn ?? null,
  confidence: law.confidence,
  topicId: law.topicId ?? null,
  isStub: law.isStub,
  isCorrected: Boolean(law.correctedAt),
})

export const relationState = (relation: LawRelation): RelationState => ({
  sourceLawId: relation.sourceLawId,
  targetLawId: relation.targetLawId,
  relation: relation.relation,
  scope: relation.scope ?? null,
  provisions: relation.provisions?.length ? relation.provisions : null,
  fromOn: relation.fromOn ?? null,
  isCorrected: Boolean(relation.correctedAt),
})

/** Equal whatever the order of keys: PostgreSQL may give JSON back in another. */
export const isSameState = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b)

export function canonical(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null)
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`).join(',')}}`
}

/** The fields in which two states differ, by name. */
export function changedFields(before: object | null, after: object | null): string[] {
  const names = Object.keys(after ?? before ?? {})
  const at = (state: object | null, name: string) => (state as Record<string, unknown> | null)?.[name] ?? null
  return names.filter((name) => !isSameState(at(before, name), at(after, name)))
}
