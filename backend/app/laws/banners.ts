import type { LegalDay } from '#app/core/legal_day'
import type { LawStatus } from './law_status.js'
import { overlaps, type Provision } from './provision.js'
import { relationStart, statusOn, type Because, type DatedLaw, type LawRelation } from './validity.js'

/** What a viewer is told at a tag. `suspended` is passing; the others last. */
export type BannerKind =
  'replaced' | 'repealed' | 'expired' | 'suspended' | 'outdated' | 'not_yet' | 'amended'

export interface Banner {
  kind: BannerKind
  /** `law`: the document as a whole; `provision`: only the place the tag names. */
  about: 'law' | 'provision'
  status: LawStatus
  since: LegalDay | null
  because: Because[]
  successorIds: string[]
}

export interface TagBanners {
  banners: Banner[]
  /** Partial changes in force whose provisions nobody has named yet: one task for the document, no banner. */
  unknownScope: Because[]
}

const LASTING: Partial<Record<LawStatus, BannerKind>> = {
  ngung_hieu_luc: 'suspended',
  khong_con_phu_hop: 'outdated',
  chua_co_hieu_luc: 'not_yet',
}

const PARTIAL: Partial<Record<LawRelation['kind'], BannerKind>> = {
  thay_the: 'replaced',
  bai_bo: 'repealed',
  sua_doi_bo_sung: 'amended',
  dinh_chi: 'suspended',
  ngung_hieu_luc: 'suspended',
}

function ofTheLaw(law: DatedLaw, relations: LawRelation[], day: LegalDay): Banner | null {
  const { status, since, because, successorIds } = statusOn(law, relations, day)
  const dead = status === 'het_hieu_luc_toan_bo'
  const repealed = because.some(({ relation }) => relation === 'bai_bo')
  const kind = dead ? (successorIds.length ? 'replaced' : repealed ? 'repealed' : 'expired') : LASTING[status]
  return kind ? { kind, about: 'law', status, since, because, successorIds } : null
}

function touches(relation: LawRelation, provision: Provision | null): boolean {
  if (relation.scope === 'whole') return true
  // A tag on the document as a whole is not shaken by the change of one article.
  return provision !== null && relation.provisions.some((changed) => overlaps(changed, provision))
}

/**
 * What must be said on `day` at a tag on `provision` (null: on the document as a whole).
 * A document that is dead, suspended or not yet alive says one thing; otherwise each change in force that
 * touches the provision says its own, the newest first. Changes that do not touch it stay quiet.
 */
export function banners(
  provision: Provision | null,
  law: DatedLaw,
  relations: LawRelation[],
  day: LegalDay
): TagBanners {
  const acting = relations.filter((relation) => {
    const from = relationStart(relation)
    return relation.targetId === law.id && PARTIAL[relation.kind] && from !== null && from <= day
  })
  const unknownScope = acting
    .filter(({ scope, provisions }) => scope === 'part' && provisions.length === 0)
    .map(({ kind, sourceId }) => ({ relation: kind, lawId: sourceId }))

  const whole = ofTheLaw(law, relations, day)
  if (whole) return { banners: [whole], unknownScope }

  const changes = acting
    .filter((relation) => relation.scope !== null && touches(relation, provision))
    .map((relation): Banner => ({
      kind: PARTIAL[relation.kind] ?? 'amended',
      about: relation.scope === 'whole' ? 'law' : 'provision',
      status: 'het_hieu_luc_mot_phan',
      since: relationStart(relation),
      because: [{ relation: relation.kind, lawId: relation.sourceId }],
      successorIds: relation.kind === 'bai_bo' ? [] : [relation.sourceId],
    }))
    .sort((a, b) => (b.since ?? '').localeCompare(a.since ?? ''))
  return { banners: changes, unknownScope }
}
