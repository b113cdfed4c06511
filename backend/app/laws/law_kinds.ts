/** The kinds of document, as in the record (law-model): the normative ones first, then those cited beside them. */
export const LAW_KINDS = [
  'hien_phap',
  'bo_luat',
  'luat',
  'phap_lenh',
  'nghi_quyet',
  'nghi_quyet_lien_tich',
  'lenh',
  'quyet_dinh',
  'nghi_dinh',
  'thong_tu',
  'thong_tu_lien_tich',
  'quyet_dinh_ca_biet',
  'van_ban_hop_nhat',
  'chi_thi',
  'ke_hoach',
  'cong_van',
] as const

export type LawKind = (typeof LAW_KINDS)[number]

export const isLawKind = (value: string): value is LawKind => (LAW_KINDS as readonly string[]).includes(value)

export const LAW_KIND_NAMES: Record<LawKind, { vi: string; en: string }> = {
  hien_phap: { vi: 'Hiến pháp', en: 'Constitution' },
  bo_luat: { vi: 'Bộ luật', en: 'Code' },
  luat: { vi: 'Luật', en: 'Law' },
  phap_lenh: { vi: 'Pháp lệnh', en: 'Ordinance' },
  nghi_quyet: { vi: 'Nghị quyết', en: 'Resolution' },
  nghi_quyet_lien_tich: { vi: 'Nghị quyết liên tịch', en: 'Joint resolution' },
  lenh: { vi: 'Lệnh', en: 'Order' },
  quyet_dinh: { vi: 'Quyết định', en: 'Decision' },
  nghi_dinh: { vi: 'Nghị định', en: 'Decree' },
  thong_tu: { vi: 'Thông tư', en: 'Circular' },
  thong_tu_lien_tich: { vi: 'Thông tư liên tịch', en: 'Joint circular' },
  quyet_dinh_ca_biet: { vi: 'Quyết định cá biệt', en: 'Individual decision' },
  van_ban_hop_nhat: { vi: 'Văn bản hợp nhất', en: 'Consolidated text' },
  chi_thi: { vi: 'Chỉ thị', en: 'Directive' },
  ke_hoach: { vi: 'Kế hoạch', en: 'Plan' },
  cong_van: { vi: 'Công văn', en: 'Official letter' },
}
