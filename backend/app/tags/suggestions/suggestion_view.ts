import type { LegalDay } from '#app/core/legal_day'
import { citationText } from '#app/laws/citation_text'
import type { LawRecord } from '#app/laws/law_record'
import { lawMention } from '#app/laws/law_view'
import type { TagSuggestion } from './suggest_tags.js'

/** More places of one provision than anybody looks at. */
const MOST_OTHERS = 20

/** A suggestion with its law as it stands on the day; the first mention is what would become the tag. */
export function suggestionView(suggestion: TagSuggestion, record: LawRecord, day: LegalDay) {
  const { key, lawId, article, clause, point, mentions } = suggestion
  const law = record.byId.get(lawId)!
  const [first, ...others] = mentions
  return {
    key,
    law: lawMention(law, record, day),
    article,
    clause,
    point,
    citation: citationText(law, suggestion, record),
    ...first!,
    others: others.slice(0, MOST_OTHERS).map(({ source, startSeconds, endSeconds }) => ({
      source,
      startSeconds,
      endSeconds,
    })),
  }
}
