import type { I18n } from '@adonisjs/i18n'
import type { LegalDay } from '#app/core/legal_day'
import { banners } from '#app/laws/banners'
import { citationText } from '#app/laws/citation_text'
import type { LawRecord } from '#app/laws/law_record'
import { lawMention } from '#app/laws/law_view'
import { causeSentence } from '#app/validity/cause_sentence'
import type QuestionCitation from './question_citation.js'

export interface CitationContext {
  record: LawRecord
  day: LegalDay
  i18n: I18n
}

/** A cited provision with the status of its law on the day, and what has become of it since the answer. */
export function citationView(cited: QuestionCitation, { record, day, i18n }: CitationContext) {
  // The database does not let a law go while a citation points at it
  const law = record.byId.get(cited.lawId)!
  const place = cited.article ? cited : null
  return {
    law: lawMention(law, record, day),
    article: cited.article,
    clause: cited.clause,
    point: cited.point,
    citation: citationText(law, cited, record),
    asOf: cited.asOf,
    banners: banners(place, law, record.actingOn(law), day).banners.map((banner) => ({
      kind: `law_${banner.kind}`,
      since: banner.since,
      message: causeSentence(
        { ...banner, law, place: banner.about === 'provision' ? place : null },
        record,
        i18n
      ),
      successors: banner.successorIds
        .map((id) => record.byId.get(id))
        .filter((one) => one !== undefined)
        .map((one) => lawMention(one, record, day)),
    })),
  }
}
