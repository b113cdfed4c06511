import type { Audience } from '../api/types.js'

/** In the order in which people are asked for them. */
export const AUDIENCES: Audience[] = [
  'moi_nguoi',
  'hoc_sinh',
  'thanh_nien',
  'phu_nu',
  'nguoi_cao_tuoi',
  'nguoi_lao_dong',
  'nong_dan_ngu_dan',
  'dong_bao_dan_toc_thieu_so',
  'lai_xe',
  'can_bo',
]
