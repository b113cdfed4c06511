import type { LegalDay } from '#app/core/legal_day'
import type { Provision } from './provision.js'
import { moreSevere, type LawStatus } from './law_status.js'
import type { RelationKind } from './relation_kinds.js'

/** What the record says of a document, as far as its force depends on it. */
export interface DatedLaw {
  id: string
  effectiveOn: LegalDay | null
  /** The first day on which it is no longer in force. */
  expiredOn: LegalDay | null
  statedStatus: LawStatus
  /** The day on which the stated label was looked up; null is read as "always". */
  checkedOn: LegalDay | null
}

/** One relation that points at the document: `source` acts on `target`. */
export interface LawRelation {
  kind: RelationKind
  sourceId: string
  targetId: string
  scope: 'whole' | 'part' | null
  /** Which provisions a partial relation touches; empty where nobody has said yet. */
  provisions: Provision[]
  fromOn: LegalDay | null
  sourceEffectiveOn: LegalDay | null
}

export interface Because {
  relation: RelationKind
  lawId: string
}

export interface StatusOnDay {
  status: LawStatus
  /** The first day of this status, where dates or relations tell it; the checked-on day where only the label does. */
  since: LegalDay | null
  because: Because[]
  /** What stands in its place, once it is wholly out of force. */
  successorIds: string[]
  /** Dates and relations gave another status than the label did on the day the label was checked. */
  disagrees: boolean
  /** Relations that would change the force but carry no date at all: an editor has to look. */
  undated: Because[]
}

interface Finding {
  status: LawStatus
  since: LegalDay | null
  because: Because[]
}

const ENDS: readonly RelationKind[] = ['thay_the', 'bai_bo']
const CHANGES: readonly RelationKind[] = ['thay_the', 'bai_bo', 'sua_doi_bo_sung']
const SUSPENDS: readonly RelationKind[] = ['dinh_chi', 'ngung_hieu_luc']

/** The first day a relation counts: its own date, else that on which its source takes effect, else unknown. */
export const relationStart = (relation: LawRelation) => relation.fromOn ?? relation.sourceEffectiveOn

const earliest = (days: (LegalDay | null)[]) => days.filter((day) => day !== null).sort()[0] ?? null
const because = ({ kind, sourceId }: LawRelation): Because => ({ relation: kind, lawId: sourceId })

function affects(relation: LawRelation): boolean {
  return relation.scope !== null && (CHANGES.includes(relation.kind) || SUSPENDS.includes(relation.kind))
}

function finding(status: LawStatus, relations: LawRelation[], ownDay: LegalDay | null = null): Finding {
  const since = earliest([ownDay, ...relations.map(relationStart)])
  return { status, since, because: relations.map(because) }
}

/** What dates and relations alone say; null where they say nothing (no date of effect, no relation). */
function derive(law: DatedLaw, relations: LawRelation[], day: LegalDay): Finding | null {
  if (law.effectiveOn && day < law.effectiveOn) return finding('chua_co_hieu_luc', [])
  const acting = relations.filter((relation) => {
    const from = relationStart(relation)
    return affects(relation) && from !== null && from <= day
  })
  const of = (kinds: readonly RelationKind[], scope: 'whole' | 'part') =>
    acting.filter((relation) => kinds.includes(relation.kind) && relation.scope === scope)

  const ended = of(ENDS, 'whole')
  const expired = law.expiredOn !== null && law.expiredOn <= day
  if (expired || ended.length) return finding('het_hieu_luc_toan_bo', ended, expired ? law.expiredOn : null)
  const suspended = of(SUSPENDS, 'whole')
  if (suspended.length) return finding('ngung_hieu_luc', suspended)
  // A whole text "amended" as a whole is still only partly changed: amendment never ends a document.
  const changed = [...of(CHANGES, 'part'), ...of(['sua_doi_bo_sung'], 'whole')]
  if (changed.length) return finding('het_hieu_luc_mot_phan', changed)
  const partlySuspended = of(SUSPENDS, 'part')
  if (partlySuspended.length) return finding('ngung_hieu_luc_mot_phan', partlySuspended)
  return law.effectiveOn ? finding('con_hieu_luc', [], law.effectiveOn) : null
}

/** A label read as it stands: it says nothing where it is "unverified", or "not yet" when the date has come. */
function labelCounts(law: DatedLaw, day: LegalDay): boolean {
  if (law.statedStatus === 'chua_xac_minh') return false
  if (law.statedStatus === 'chua_co_hieu_luc' && law.effectiveOn) return false
  return law.checkedOn === null || law.checkedOn <= day
}

function choose(law: DatedLaw, derived: Finding | null, day: LegalDay): Finding {
  const stated: Finding = { status: law.statedStatus, since: law.checkedOn, because: [] }
  if (law.statedStatus === 'chua_xac_minh') {
    // The passing of its first day does not show that a document is still alive.
    return derived && derived.status !== 'con_hieu_luc' ? derived : { ...stated, since: null }
  }
  if (!labelCounts(law, day)) return derived ?? { status: 'chua_xac_minh', since: null, because: [] }
  if (!derived) return stated
  if (derived.status === 'chua_co_hieu_luc') return derived
  return moreSevere(derived.status, stated.status) === derived.status ? derived : stated
}

function disagrees(law: DatedLaw, relations: LawRelation[], day: LegalDay): boolean {
  if (law.statedStatus === 'chua_xac_minh') return false
  if (law.checkedOn !== null && day < law.checkedOn) return false
  // Compared on the day the label was looked up: what happens on a known day after it contradicts nobody.
  const then = derive(law, relations, law.checkedOn ?? day)
  return then !== null && then.status !== law.statedStatus
}

function successors(law: DatedLaw, relations: LawRelation[], day: LegalDay): string[] {
  const ids = relations
    .filter(({ kind, scope }) => kind === 'thay_the' && scope === 'whole')
    // Where the document is dead for other reasons, an undated replacement still tells what to read instead.
    .filter((relation) => (relationStart(relation) ?? law.expiredOn ?? law.checkedOn ?? day) <= day)
    .map(({ sourceId }) => sourceId)
  return [...new Set(ids)]
}

/**
 * The status of a document on a day (law-model, "Status, derived for a day").
 * `relations` may be any list; those that do not point at the document are passed over.
 */
export function statusOn(law: DatedLaw, relations: LawRelation[], day: LegalDay): StatusOnDay {
  const own = relations.filter(({ targetId }) => targetId === law.id)
  const chosen = choose(law, derive(law, own, day), day)
  return {
    ...chosen,
    successorIds: chosen.status === 'het_hieu_luc_toan_bo' ? successors(law, own, day) : [],
    disagrees: disagrees(law, own, day),
    undated: own.filter((relation) => affects(relation) && relationStart(relation) === null).map(because),
  }
}

/** The days on which the status of a document may change, in order: what a daily job has to look at. */
export function turningDays(law: DatedLaw, relations: LawRelation[]): LegalDay[] {
  const own = relations.filter((relation) => relation.targetId === law.id && affects(relation))
  const days = [law.effectiveOn, law.expiredOn, law.checkedOn, ...own.map(relationStart)]
  return [...new Set(days.filter((day) => day !== null))].sort()
}
