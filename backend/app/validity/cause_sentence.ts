import type { I18n } from '@adonisjs/i18n'
import { citationText, lawName } from '#app/laws/citation_text'
import type Law from '#app/laws/law'
import type { LawRecord } from '#app/laws/law_record'
import { provisionText, type Provision } from '#app/laws/provision'
import type { BannerKind } from '#app/laws/banners'
import type { Cause, TaskKind } from './cause.js'

interface Said extends Pick<Cause, 'since' | 'because' | 'successorIds'> {
  kind: BannerKind | TaskKind
  law: Law
  /** The place that is touched, where not the document as a whole is. */
  place?: Provision | null
}

/** “Luật A (1/2014) đã được thay thế bởi Luật B (2/2026) từ ngày 01/03/2027.”, in the caller's language. */
export function causeSentence(said: Said, record: LawRecord, i18n: I18n): string {
  const { kind, law, place, since } = said
  const named = place && provisionText(place)
  const successors = said.successorIds.map((id) => record.byId.get(id)).filter((one) => one !== undefined)
  const acting = said.because.map(({ lawId }) => record.byId.get(lawId)).filter((one) => one !== undefined)
  const by = successors.length ? successors : kind === 'replaced' ? [] : acting
  return i18n.t(`banners.${kind}`, {
    what: numbered(named ? citationText(law, place, record) : lawName(law, record), law),
    by: joined(
      by.map((one) => numbered(lawName(one, record), one)),
      i18n
    ),
    hasBy: by.length ? 'yes' : 'no',
    relation: said.because[0]?.relation ?? 'none',
    since: since ? dayInWords(since) : '',
    hasSince: since ? 'yes' : 'no',
  })
}

/** What is not called by its number has it behind its name. */
const numbered = (name: string, { number }: Law) => (name.includes(number) ? name : `${name} (${number})`)

function joined(names: string[], i18n: I18n): string {
  const unique = [...new Set(names)]
  return new Intl.ListFormat(i18n.locale, { type: 'conjunction' }).format(unique)
}

/** 01/07/2026, as both languages of the site write days. */
export const dayInWords = (day: string) => day.split('-').reverse().join('/')
