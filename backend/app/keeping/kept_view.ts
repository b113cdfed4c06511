import type Law from '#app/laws/law'
import { lawMention, lawView, type LawContext } from '#app/laws/law_view'
import type LawRelation from '#app/laws/law_relation'
import { provisionText } from '#app/laws/provision'
import type { Because } from '#app/laws/validity'

/** A document with what only those see who keep the record, and what it derives for today and why. */
export function keptView(law: Law, context: LawContext) {
  const { record, day } = context
  const derived = record.statusOn(law, day)
  const named = (list: Because[]) =>
    list.flatMap(({ relation, lawId }) => {
      const other = record.byId.get(lawId)
      return other ? [{ relation, law: lawMention(other, record, day) }] : []
    })
  return {
    ...lawView(law, context),
    statedSource: law.statedSource,
    confidence: law.confidence,
    isStub: law.isStub,
    correctedAt: law.correctedAt?.toISO() ?? null,
    derived: {
      status: derived.status,
      since: derived.since,
      disagrees: derived.disagrees,
      because: named(derived.because),
      undated: named(derived.undated),
      successors: derived.successorIds.flatMap((id) => {
        const other = record.byId.get(id)
        return other ? [lawMention(other, record, day)] : []
      }),
    },
  }
}

/** Both ways, those that act on the document first. */
export function keptRelations(law: Law, { record, day }: LawContext) {
  const view = (direction: 'incoming' | 'outgoing') => (relation: LawRelation) => {
    const otherId = direction === 'incoming' ? relation.sourceLawId : relation.targetLawId
    return {
      id: relation.id,
      direction,
      relation: relation.relation,
      scope: relation.scope,
      provisions: (relation.provisions ?? []).map(({ article, clause, point }) => ({
        article,
        clause,
        point,
      })),
      provisionsText: (relation.provisions ?? []).map(provisionText).join('; '),
      fromOn: relation.fromOn,
      correctedAt: relation.correctedAt?.toISO() ?? null,
      law: lawMention(record.byId.get(otherId)!, record, day),
    }
  }
  return [...record.incomingOf(law).map(view('incoming')), ...record.outgoingOf(law).map(view('outgoing'))]
}
