import type { LegalDay } from '#app/core/legal_day'
import { citationText } from '#app/laws/citation_text'
import type { LawRecord } from '#app/laws/law_record'
import { lawMention } from '#app/laws/law_view'
import type Tag from './tag.js'

/** A tag with its law as it stands on the day. */
export function tagView(tag: Tag, record: LawRecord, day: LegalDay) {
  // The database does not let a law go while a tag points at it
  const law = record.byId.get(tag.lawId)!
  return {
    id: tag.id,
    law: lawMention(law, record, day),
    article: tag.article,
    clause: tag.clause,
    point: tag.point,
    startSeconds: tag.startSeconds,
    endSeconds: tag.endSeconds,
    role: tag.role,
    citation: citationText(law, tag, record),
    needsCheck: tag.needsCheck,
  }
}

export type TagView = ReturnType<typeof tagView>
