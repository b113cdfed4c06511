import type { LegalDay } from '#app/core/legal_day'
import type Topic from '#app/topics/topic'
import { topicMention } from '#app/topics/topic_view'
import type Law from './law.js'
import type { LawRecord } from './law_record.js'

/** A law where it is only named. */
export const lawMention = (law: Law, record: LawRecord, day: LegalDay) => ({
  id: law.id,
  number: law.number,
  title: law.title,
  slug: law.slug,
  status: record.statusOn(law, day).status,
})

export interface LawContext {
  record: LawRecord
  day: LegalDay
  topics: ReadonlyMap<number, Topic>
  /** Published videos by law id; a law without any is not in it. */
  videoCounts: ReadonlyMap<string, number>
  language: string
}

/** A law in a list of laws, with its status on the day of the context. */
export function lawView(law: Law, { record, day, topics, videoCounts, language }: LawContext) {
  const topic = topics.get(law.topicId ?? 0)
  return {
    ...lawMention(law, record, day),
    kind: law.kind,
    issuer: law.issuer,
    issuedOn: law.issuedOn,
    effectiveOn: law.effectiveOn,
    expiredOn: law.expiredOn,
    asOf: day,
    statedStatus: law.statedStatus,
    checkedOn: law.checkedOn,
    verified: !law.isStub && law.statedStatus !== 'chua_xac_minh',
    topics: topic ? [topicMention(topic, language)] : [],
    videoCount: videoCounts.get(law.id) ?? 0,
  }
}

/** Every relation of a law, those that act on it first, with the other document and its status. */
export function relationViews(law: Law, record: LawRecord, day: LegalDay) {
  const view =
    (direction: 'incoming' | 'outgoing') => (relation: ReturnType<LawRecord['incomingOf']>[number]) => {
      const other = record.byId.get(direction === 'incoming' ? relation.sourceLawId : relation.targetLawId)!
      return {
        relation: relation.relation,
        direction,
        scope: relation.scope,
        fromDate: relation.fromOn ?? (direction === 'incoming' ? other.effectiveOn : law.effectiveOn),
        law: { ...lawMention(other, record, day), issuedOn: other.issuedOn },
      }
    }
  return [...record.incomingOf(law).map(view('incoming')), ...record.outgoingOf(law).map(view('outgoing'))]
}
