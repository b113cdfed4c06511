import { todayInVietnam, type LegalDay } from '#app/core/legal_day'
import type { LawRecord } from '#app/laws/law_record'
import { facetTerm } from './terms.js'

const kept = new WeakMap<LawRecord, { day: LegalDay; terms: ReadonlySet<string> }>()

/** Terms of the laws that are no longer in force today, derived once a day for each state of the record. */
export function expiredLaws(record: LawRecord): ReadonlySet<string> {
  const day = todayInVietnam()
  const known = kept.get(record)
  if (known?.day === day) return known.terms
  const ended = record.laws.filter((law) => {
    const { status } = record.statusOn(law, day)
    return status === 'het_hieu_luc_toan_bo' || status === 'khong_con_phu_hop'
  })
  const terms = new Set(ended.map(({ id }) => facetTerm('law', id)))
  kept.set(record, { day, terms })
  return terms
}
