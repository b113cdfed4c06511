import { addDays, type LegalDay } from '#app/core/legal_day'
import type Law from '#app/laws/law'
import type { LawRecord } from '#app/laws/law_record'
import type { LawStatus } from '#app/laws/law_status'
import type { TaughtVideos } from './outdated_videos.js'

const inForce: LawStatus[] = ['con_hieu_luc', 'het_hieu_luc_mot_phan', 'ngung_hieu_luc_mot_phan']
/** So far ahead a skit is planned. */
const monthsAhead = 12

export interface LawGaps {
  /** In force, and no video teaches them. */
  untaught: Law[]
  /** All their videos are out of date. */
  outdated: Law[]
  /** They come into force in the months to come. */
  coming: Law[]
}

/** Which laws want a skit, the newest first; those to come in the order of their days. */
export function lawGaps(record: LawRecord, { byLaw }: TaughtVideos, day: LegalDay): LawGaps {
  const known = record.laws.filter((law) => !law.isStub)
  const newestFirst = (a: Law, b: Law) => (b.effectiveOn ?? '').localeCompare(a.effectiveOn ?? '')
  const until = addDays(day, monthsAhead * 31)
  return {
    untaught: known
      .filter((law) => !byLaw.has(law.id) && inForce.includes(record.statusOn(law, day).status))
      .sort(newestFirst),
    outdated: record.laws
      .filter((law) => {
        const taught = byLaw.get(law.id)
        return taught !== undefined && taught.videos.size === taught.outdated.size
      })
      .sort(newestFirst),
    coming: known
      .filter(({ effectiveOn }) => effectiveOn !== null && effectiveOn > day && effectiveOn <= until)
      .sort((a, b) => (a.effectiveOn ?? '').localeCompare(b.effectiveOn ?? '')),
  }
}
