import type Law from './law.js'
import { LAW_KIND_NAMES, type LawKind } from './law_kinds.js'
import type { LawRecord } from './law_record.js'
import { provisionText, type Provision } from './provision.js'

/** Kinds that are called by their title; the others are called by their number. */
const TITLED: LawKind[] = ['hien_phap', 'bo_luat', 'luat', 'phap_lenh']

/** `Luật Đất đai năm 2024` (the year where another document has the same title), `Nghị định số 168/2024/NĐ-CP`. */
export function lawName(law: Law, record: LawRecord): string {
  if (!TITLED.includes(law.kind) || law.isStub) return `${LAW_KIND_NAMES[law.kind].vi} số ${law.number}`
  const year = law.issuedOn?.slice(0, 4)
  return year && record.sharesTitle(law) ? `${law.title} năm ${year}` : law.title
}

/** The canonical wording: `điểm a khoản 2 Điều 8 Luật Hôn nhân và gia đình năm 2014`. */
export function citationText(law: Law, provision: Provision, record: LawRecord): string {
  return [provisionText(provision), lawName(law, record)].filter(Boolean).join(' ')
}
