/** From the mildest to the most severe. "Not yet" and "unverified" stand outside: dates decide on them. */
const BY_SEVERITY = [
  'con_hieu_luc',
  'ngung_hieu_luc_mot_phan',
  'het_hieu_luc_mot_phan',
  'khong_con_phu_hop',
  'ngung_hieu_luc',
  'het_hieu_luc_toan_bo',
] as const

export const LAW_STATUSES = [...BY_SEVERITY, 'chua_co_hieu_luc', 'chua_xac_minh'] as const

export type LawStatus = (typeof LAW_STATUSES)[number]

export const isLawStatus = (value: string): value is LawStatus =>
  (LAW_STATUSES as readonly string[]).includes(value)

export const LAW_STATUS_NAMES: Record<LawStatus, { vi: string; en: string }> = {
  chua_co_hieu_luc: { vi: 'Chưa có hiệu lực', en: 'Not yet in force' },
  con_hieu_luc: { vi: 'Còn hiệu lực', en: 'In force' },
  het_hieu_luc_mot_phan: { vi: 'Hết hiệu lực một phần', en: 'Partly out of force' },
  het_hieu_luc_toan_bo: { vi: 'Hết hiệu lực toàn bộ', en: 'Out of force' },
  ngung_hieu_luc: { vi: 'Ngưng hiệu lực', en: 'Suspended' },
  ngung_hieu_luc_mot_phan: { vi: 'Ngưng hiệu lực một phần', en: 'Partly suspended' },
  khong_con_phu_hop: { vi: 'Không còn phù hợp', en: 'No longer fitting' },
  chua_xac_minh: { vi: 'Chưa xác minh', en: 'Not verified' },
}

const severity = (status: LawStatus) => (BY_SEVERITY as readonly LawStatus[]).indexOf(status)

/** The more severe of two statuses; the first where they are equal. */
export const moreSevere = (a: LawStatus, b: LawStatus) => (severity(b) > severity(a) ? b : a)

export type LegalForce = 'InForce' | 'PartiallyInForce' | 'NotInForce'

/** schema.org `legislationLegalForce`; null where nobody has verified it. */
export function legalForce(status: LawStatus): LegalForce | null {
  if (status === 'chua_xac_minh') return null
  if (status === 'con_hieu_luc') return 'InForce'
  return status.endsWith('_mot_phan') ? 'PartiallyInForce' : 'NotInForce'
}
