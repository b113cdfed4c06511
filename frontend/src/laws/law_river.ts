import type { LawRelation } from '../api/types.js'

const CHANGES = new Set(['sua_doi_bo_sung', 'thay_the', 'bai_bo', 'dinh_chi', 'ngung_hieu_luc'])

/** Whether a relation changes the validity of one of the two; the others only belong together. */
export function isChange({ relation }: LawRelation): boolean {
  return CHANGES.has(relation)
}

/** What the law changed, oldest first, and what changed the law, in the order it took effect. */
export function riverOf(relations: LawRelation[]): { before: LawRelation[]; after: LawRelation[] } {
  const changes = relations.filter(isChange)
  return {
    before: changes.filter(({ direction }) => direction === 'outgoing').sort(byDay),
    after: changes.filter(({ direction }) => direction === 'incoming').sort(byDay),
  }
}

/** Days sort as text; an unknown day comes last. */
function byDay(a: LawRelation, b: LawRelation): number {
  const [dayA, dayB] = [dayOf(a), dayOf(b)]
  return dayA < dayB ? -1 : dayA > dayB ? 1 : 0
}

function dayOf({ direction, fromDate, law }: LawRelation): string {
  return (direction === 'outgoing' ? law.issuedOn : (fromDate ?? law.issuedOn)) ?? '9999'
}
