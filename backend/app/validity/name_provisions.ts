import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { invalid } from '#app/core/hub_error'
import { todayInVietnam } from '#app/core/legal_day'
import { lawName } from '#app/laws/citation_text'
import { parseCitations } from '#app/laws/citations/parse_citations'
import Law from '#app/laws/law'
import { lawRecord } from '#app/laws/law_record'
import LawRelation from '#app/laws/law_relation'
import { compareProvisions, provisionPath, type Provision } from '#app/laws/provision'
import { chosenTarget, citedTargets, type Target } from '#app/tags/read_target'
import type { Change, RelationState } from './validity_decision.js'
import type ValidityTask from './validity_task.js'
import { hubMoment } from './validity_turn.js'

export interface NamedProvisions {
  scope?: 'whole' | 'part'
  /** As people write them: `Điều 5, khoản 2 Điều 8`; the document goes without saying. */
  citation?: string
  provisions?: { article: string; clause?: string | null; point?: string | null }[]
}

/**
 * Says which provisions a change of unknown scope touches: a person's correction of the relation, which no import
 * overwrites. Tasks for single videos, and banners, follow from it as from any other relation.
 */
export async function nameProvisions(
  task: ValidityTask,
  named: NamedProvisions,
  trx: TransactionClientContract
): Promise<Change[]> {
  const [cause] = task.because
  const relation = await LawRelation.query({ client: trx })
    .where({ targetLawId: task.lawId, sourceLawId: cause?.lawId ?? '', relation: cause?.relation ?? '' })
    .forUpdate()
    .firstOrFail()
  const whole = named.scope === 'whole'
  const provisions = whole ? null : await readProvisions(task, named, trx)
  const before = relationState(relation)
  relation.merge({ scope: whole ? 'whole' : 'part', provisions, correctedAt: hubMoment() })
  await relation.useTransaction(trx).save()
  await touchSource(relation, trx)
  return [{ what: 'relation', id: relation.id, before, after: relationState(relation) }]
}

async function readProvisions(
  { lawId }: ValidityTask,
  { citation, provisions = [] }: NamedProvisions,
  trx: TransactionClientContract
): Promise<Provision[]> {
  const record = await lawRecord(trx)
  const law = record.byId.get(lawId)!
  const chosen = provisions.map((parts) => chosenTarget(lawId, parts, record))
  const cited = citation ? readCitation(citation) : []
  const found = new Map<string, Provision>()
  for (const { article, clause, point } of [...chosen, ...cited]) {
    if (article) found.set(provisionPath({ article, clause, point }), { article, clause, point })
  }
  if (!found.size) throw invalid('E_PROVISIONS_REQUIRED', 'citation')
  return [...found.values()].sort(compareProvisions)

  /** Each piece may leave the document out; one that names another is refused. */
  function readCitation(text: string): Target[] {
    const day = todayInVietnam()
    return text
      .split(/[;\n]+/)
      .map((piece) => piece.trim().replace(/[\s.,]+$/, ''))
      .filter(Boolean)
      .flatMap((piece) => {
        const named = parseCitations(piece, record.citationIndex, { asOf: day })
        if (named.some((one) => one.number !== null && one.law?.id !== lawId)) {
          const params = { read: piece.slice(0, 200), law: lawName(law, record) }
          throw invalid('E_PROVISIONS_OTHER_LAW', 'citation', params)
        }
        const isNamed = named.length > 0 && named.every((one) => one.law)
        return citedTargets(isNamed ? piece : `${piece} ${law.number}`, record, day)
      })
      .filter((target) => target.lawId === lawId)
  }
}

export const relationState = ({ scope, provisions, correctedAt }: LawRelation): RelationState => ({
  scope,
  provisions: provisions ?? null,
  correctedAt: correctedAt?.toUTC().toISO() ?? null,
})

/** False where somebody has corrected the relation since. */
export async function restoreRelation(
  { id, before, after }: Extract<Change, { what: 'relation' }>,
  trx: TransactionClientContract
): Promise<boolean> {
  const relation = await LawRelation.query({ client: trx }).where('id', id).forUpdate().first()
  if (!relation || JSON.stringify(relationState(relation)) !== JSON.stringify(after)) return false
  const correctedAt = before.correctedAt ? DateTime.fromISO(before.correctedAt, { zone: 'utc' }) : null
  await relation
    .useTransaction(trx)
    .merge({ ...before, correctedAt })
    .save()
  await touchSource(relation, trx)
  return true
}

/** Other processes notice a changed relation by its source's time of change (law_record.ts). */
async function touchSource({ sourceLawId }: LawRelation, trx: TransactionClientContract) {
  await Law.query({ client: trx }).where('id', sourceLawId).update({ updatedAt: DateTime.utc().toISO() })
}
