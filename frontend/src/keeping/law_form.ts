import type { LawKind, LawStatusName } from '../api/types.js'
import type { Confidence, KeptLaw, LawFields } from './types.js'

export const KINDS: LawKind[] = [
  'luat',
  'bo_luat',
  'hien_phap',
  'phap_lenh',
  'nghi_quyet',
  'nghi_quyet_lien_tich',
  'lenh',
  'nghi_dinh',
  'quyet_dinh',
  'thong_tu',
  'thong_tu_lien_tich',
  'quyet_dinh_ca_biet',
  'van_ban_hop_nhat',
  'chi_thi',
  'ke_hoach',
  'cong_van',
]
export const STATUSES: LawStatusName[] = [
  'chua_xac_minh',
  'chua_co_hieu_luc',
  'con_hieu_luc',
  'het_hieu_luc_mot_phan',
  'het_hieu_luc_toan_bo',
  'ngung_hieu_luc',
  'ngung_hieu_luc_mot_phan',
  'khong_con_phu_hop',
]
export const FIELDS = [
  'kind',
  'number',
  'title',
  'issuer',
  'topic',
  'issuedOn',
  'effectiveOn',
  'expiredOn',
  'statedStatus',
  'confidence',
] as const

/** As controls hold it: what is not known is empty. */
export type LawForm = Record<(typeof FIELDS)[number], string>

export const formOf = (law: KeptLaw | null): LawForm => ({
  kind: law?.kind ?? 'luat',
  number: law?.number ?? '',
  title: law?.title ?? '',
  issuer: law?.issuer ?? '',
  topic: law?.topics[0]?.slug ?? '',
  issuedOn: law?.issuedOn ?? '',
  effectiveOn: law?.effectiveOn ?? '',
  expiredOn: law?.expiredOn ?? '',
  statedStatus: law?.statedStatus ?? 'chua_xac_minh',
  confidence: law?.confidence ?? 'medium',
})

export const fieldsOf = (form: LawForm): LawFields => ({
  kind: form.kind as LawKind,
  number: form.number.trim() || undefined,
  title: form.title.trim() || undefined,
  issuer: form.issuer.trim() || null,
  topic: form.topic || null,
  issuedOn: form.issuedOn || null,
  effectiveOn: form.effectiveOn || null,
  expiredOn: form.expiredOn || null,
  statedStatus: form.statedStatus as LawStatusName,
  confidence: form.confidence as Confidence,
})
