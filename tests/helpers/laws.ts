import { newId } from '#app/core/ids'
import Law from '#app/laws/law'
import LawRelation from '#app/laws/law_relation'
import { lawNumberKey } from '#app/laws/law_number'
import { lawsChanged } from '#app/laws/law_events'

let next = 0

/** A law that has been in force since 2015, with a number of its own. */
export function givenLaw(fields: Partial<Law> = {}) {
  const number = fields.number ?? `${900 + ++next}/2014/QH13`
  return Law.create({
    slug: newId(),
    kind: 'luat',
    number,
    numberKey: lawNumberKey(number),
    title: `Luật Thử nghiệm ${number}`,
    issuer: 'Quốc hội',
    issuedOn: '2014-06-19',
    effectiveOn: '2015-01-01',
    expiredOn: null,
    statedStatus: 'con_hieu_luc',
    checkedOn: '2026-11-24',
    confidence: 'high',
    topicId: null,
    isStub: false,
    ...fields,
  })
}

/** The source replaces the target as a whole from its own first day, unless told otherwise; everybody has heard of it. */
export async function givenRelation(source: Law, target: Law, fields: Partial<LawRelation> = {}) {
  const relation = await LawRelation.create({
    sourceLawId: source.id,
    targetLawId: target.id,
    relation: 'thay_the',
    scope: 'whole',
    provisions: null,
    fromOn: null,
    ...fields,
  })
  await lawsChanged([source.id, target.id])
  return relation
}
