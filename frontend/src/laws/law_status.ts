import type { LawStatusName } from '../api/types.js'

export interface StatusLook {
  tone: 'jade' | 'amber' | 'vermilion' | 'slate' | 'neutral'
  shape: 'full' | 'half' | 'empty' | 'dotted'
  /** Nothing of it applies any more: its number is struck through. */
  dead: boolean
}

const LOOKS: Record<LawStatusName, StatusLook> = {
  con_hieu_luc: { tone: 'jade', shape: 'full', dead: false },
  het_hieu_luc_mot_phan: { tone: 'amber', shape: 'half', dead: false },
  ngung_hieu_luc_mot_phan: { tone: 'amber', shape: 'half', dead: false },
  het_hieu_luc_toan_bo: { tone: 'vermilion', shape: 'empty', dead: true },
  ngung_hieu_luc: { tone: 'vermilion', shape: 'empty', dead: false },
  khong_con_phu_hop: { tone: 'vermilion', shape: 'empty', dead: true },
  chua_co_hieu_luc: { tone: 'slate', shape: 'dotted', dead: false },
  chua_xac_minh: { tone: 'neutral', shape: 'dotted', dead: false },
}

export function lookOf(status: LawStatusName): StatusLook {
  return LOOKS[status]
}
