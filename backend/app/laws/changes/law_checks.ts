import { HubError, invalid } from '#app/core/hub_error'
import { isLegalDay, todayInVietnam, type LegalDay } from '#app/core/legal_day'
import { lawKey } from '../import/read_laws.js'
import type { RelationKind } from '../relation_kinds.js'
import type { Draft } from './draft.js'
import type { LawState, RelationState } from './states.js'

/** The first document of the Republic is of September 1945; nothing is planned further than a lifetime. */
const earliest = '1945-09-02'
const latest = '2100-01-01'

/** What acts on the force of its target has to say whether on the whole of it. */
const acting: readonly RelationKind[] = [
  'thay_the',
  'bai_bo',
  'sua_doi_bo_sung',
  'dinh_chi',
  'ngung_hieu_luc',
]
const ends: readonly RelationKind[] = ['thay_the', 'bai_bo']

export const isActing = (kind: RelationKind) => acting.includes(kind)

/** Everything that is impossible about a document; `draft` already holds it under `id`. */
export function lawProblems(draft: Draft, id: string, today: LegalDay = todayInVietnam()): HubError[] {
  const law = draft.laws.get(id)!
  return [...dayProblems(law, today), ...clashes(draft, id, law)]
}

function dayProblems(law: LawState, today: LegalDay): HubError[] {
  const problems: HubError[] = []
  for (const field of ['issuedOn', 'effectiveOn', 'expiredOn', 'checkedOn'] as const) {
    const value = law[field]
    if (value && !isSaneDay(value)) problems.push(invalid('E_DAY_INVALID', field, { value }))
  }
  const refuse = (code: string, field: string, value: string, other: string) =>
    void problems.push(invalid(code, field, { value: inWords(value), other: inWords(other) }))
  const { issuedOn, effectiveOn, expiredOn, checkedOn } = law
  if (issuedOn && issuedOn > today) refuse('E_LAW_ISSUED_IN_FUTURE', 'issuedOn', issuedOn, today)
  if (checkedOn && checkedOn > today) refuse('E_CHECKED_IN_FUTURE', 'checkedOn', checkedOn, today)
  if (expiredOn && effectiveOn && expiredOn < effectiveOn)
    refuse('E_LAW_EXPIRES_BEFORE_EFFECT', 'expiredOn', expiredOn, effectiveOn)
  else if (expiredOn && issuedOn && expiredOn < issuedOn)
    refuse('E_LAW_EXPIRES_BEFORE_ISSUE', 'expiredOn', expiredOn, issuedOn)
  return problems
}

export const isSaneDay = (day: string) => isLegalDay(day) && day >= earliest && day < latest
export const inWords = (day: string) => day.split('-').reverse().join('/')

/** Kind, issuer, number and day of issue together name one document (law-model). */
function clashes(draft: Draft, id: string, law: LawState): HubError[] {
  const keyOf = (one: LawState) => lawKey({ ...one, issuer: one.issuer ?? '' })
  const other = draft
    .lawIdsNumbered(law.number)
    .find((one) => one !== id && keyOf(draft.laws.get(one)!) === keyOf(law))
  if (!other) return []
  const { slug, title } = draft.laws.get(other)!
  const options = { field: 'number', params: { number: law.number, title }, meta: { slug } }
  return [new HubError('E_LAW_EXISTS', 422, options)]
}

/** Everything that is impossible about a relation; `draft` already holds it under `id`. */
export function relationProblems(draft: Draft, id: string): HubError[] {
  const relation = draft.relations.get(id)!
  const { sourceLawId, targetLawId, scope, provisions, fromOn } = relation
  const source = draft.laws.get(sourceLawId)
  const target = draft.laws.get(targetLawId)
  if (!source || !target) return [invalid('E_LAW_UNKNOWN', source ? 'targetId' : 'sourceId', { read: '' })]
  if (sourceLawId === targetLawId) return [invalid('E_RELATION_SELF', 'targetId')]
  const problems: HubError[] = []
  const params = { source: source.number, target: target.number }
  if (isActing(relation.relation) && !scope)
    problems.push(invalid('E_RELATION_SCOPE_REQUIRED', 'scope', params))
  if (provisions?.length && scope !== 'part') problems.push(invalid('E_RELATION_SCOPE_WHOLE', 'provisions'))
  if (fromOn && !isSaneDay(fromOn)) problems.push(invalid('E_DAY_INVALID', 'fromOn', { value: fromOn }))
  if (fromOn && target.issuedOn && fromOn < target.issuedOn) {
    const days = { ...params, value: inWords(fromOn), other: inWords(target.issuedOn) }
    problems.push(invalid('E_RELATION_BEFORE_TARGET', 'fromOn', days))
  }
  const chain = circle(draft, relation)
  if (chain) problems.push(invalid('E_RELATION_CYCLE', 'targetId', { chain: chain.join(' → ') }))
  return problems
}

/** Whether what is replaced or repealed as a whole has, through others, replaced what now replaces it. */
function circle(draft: Draft, relation: RelationState): string[] | null {
  if (!ends.includes(relation.relation) || relation.scope !== 'whole') return null
  const next = new Map<string, string[]>()
  for (const { relation: kind, scope, sourceLawId, targetLawId } of draft.relations.values()) {
    if (ends.includes(kind) && scope === 'whole')
      next.set(sourceLawId, [...(next.get(sourceLawId) ?? []), targetLawId])
  }
  const paths = [[relation.sourceLawId, relation.targetLawId]]
  const seen = new Set<string>()
  for (let path = paths.shift(); path; path = paths.shift()) {
    const last = path.at(-1)!
    if (last === relation.sourceLawId) return path.map((id) => draft.laws.get(id)?.number ?? id)
    if (seen.has(last)) continue
    seen.add(last)
    for (const id of next.get(last) ?? []) paths.push([...path, id])
  }
  return null
}
