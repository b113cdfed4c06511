/** Directed: the source acts on the target (law-model, "Relations"). */
export const RELATION_KINDS = [
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
] as const

export type RelationKind = (typeof RELATION_KINDS)[number]

export const isRelationKind = (value: string): value is RelationKind =>
  (RELATION_KINDS as readonly string[]).includes(value)

/** Read from the source ("… sửa đổi, bổ sung …") and from the target ("… được sửa đổi, bổ sung bởi …"). */
export const RELATION_NAMES: Record<RelationKind, { vi: string; viPassive: string; en: string }> = {
  sua_doi_bo_sung: { vi: 'sửa đổi, bổ sung', viPassive: 'được sửa đổi, bổ sung bởi', en: 'amends' },
  thay_the: { vi: 'thay thế', viPassive: 'được thay thế bởi', en: 'replaces' },
  bai_bo: { vi: 'bãi bỏ', viPassive: 'bị bãi bỏ bởi', en: 'repeals' },
  dinh_chi: { vi: 'đình chỉ', viPassive: 'bị đình chỉ bởi', en: 'suspends' },
  ngung_hieu_luc: { vi: 'ngưng hiệu lực', viPassive: 'bị ngưng hiệu lực bởi', en: 'halts' },
  quy_dinh_chi_tiet: { vi: 'quy định chi tiết', viPassive: 'được quy định chi tiết bởi', en: 'details' },
  huong_dan_thi_hanh: { vi: 'hướng dẫn thi hành', viPassive: 'được hướng dẫn bởi', en: 'guides' },
  can_cu: { vi: 'căn cứ', viPassive: 'là căn cứ của', en: 'is based on' },
  hop_nhat: { vi: 'hợp nhất', viPassive: 'được hợp nhất bởi', en: 'consolidates' },
  dan_chieu: { vi: 'dẫn chiếu', viPassive: 'được dẫn chiếu bởi', en: 'refers to' },
}
