import type { components } from '../api/schema.d.ts'

type Schemas = components['schemas']

export type ChangeInput = Schemas['LawChangeInput']
export type Plan = Schemas['LawChangePlan']
export type Change = Schemas['LawChange']
export type ChangeDetail = Schemas['LawChangeDetail']
export type ChangeRow = Schemas['LawChangeRow']
export type Effect = Schemas['LawEffect']
export type ImportedRow = Schemas['ImportedLawRow']
export type KeptLaw = Schemas['KeptLaw']
export type KeptLawDetail = Schemas['KeptLawDetail']
export type KeptRelation = Schemas['KeptRelation']
export type LawFields = Schemas['LawFields']
export type Mark = Schemas['LawMark']
export type RelationKind = Schemas['RelationKind']
export type Confidence = Schemas['LawConfidence']

export const MARKS: Mark[] = ['unverified', 'disagreeing', 'undated', 'stub', 'corrected', 'structured']
export const CONFIDENCES: Confidence[] = ['high', 'medium', 'low']
export const RELATIONS: RelationKind[] = [
  'sua_doi_bo_sung',
  'thay_the',
  'bai_bo',
  'dinh_chi',
  'ngung_hieu_luc',
  'quy_dinh_chi_tiet',
  'huong_dan_thi_hanh',
  'can_cu',
  'hop_nhat',
  'dan_chieu',
]
/** These say whether on the whole of the other document or on a part. */
export const ACTING: RelationKind[] = RELATIONS.slice(0, 5)

export const keptPath = (slug: string) => `/quan-tri/van-ban/${slug}`
export const changePath = (id: string) => `/quan-tri/van-ban/thay-doi/${id}`
