import type { Infer } from '@vinejs/vine/types'
import { HubErrors, invalid, notFound } from '#app/core/hub_error'
import { todayInVietnam } from '#app/core/legal_day'
import { normalise } from '#app/core/vietnamese_text'
import { lawProblems, isActing, relationProblems } from '#app/laws/changes/law_checks'
import type { Draft } from '#app/laws/changes/draft'
import type { LawState, RelationState } from '#app/laws/changes/states'
import { lawSlug, normaliseLawNumber } from '#app/laws/law_number'
import type { LawRecord } from '#app/laws/law_record'
import { compareProvisions, provisionPath, type Provision } from '#app/laws/provision'
import { readStructure } from '#app/laws/structure/read_structure'
import { chosenTarget, citedTargets } from '#app/tags/read_target'
import type { previewValidator } from './keeping_validators.js'

export type ChangeInput = Infer<typeof previewValidator>
export type Edit = NonNullable<ChangeInput['edits']>[number]

export interface EditContext {
  record: LawRecord
  draft: Draft
  input: ChangeInput
  topicIds: ReadonlyMap<string, number>
  structureOf: (lawId: string) => Promise<LawElements | null>
}

type LawElements = { elements: ReturnType<typeof readStructure>['elements'] }

/** Carries the edits out on the draft, in their order. @throws 422 with everything that is wrong with one of them */
export async function readEdits(edits: Edit[], context: EditContext): Promise<void> {
  for (const edit of edits) {
    const problems = await readEdit(edit, context)
    if (problems.length) throw new HubErrors(422, problems)
  }
}

function readEdit(edit: Edit, context: EditContext) {
  switch (edit.do) {
    case 'add_law':
      return addLaw(edit, context)
    case 'correct_law':
      return correctLaw(edit, context)
    case 'relate':
      return relate(edit, context)
    case 'change_relation':
      return changeRelation(edit, context)
    case 'unrelate':
      context.draft.removeRelation(relationIn(edit, context).id)
      return []
    case 'structure':
      return putStructure(edit, context)
  }
}

function addLaw({ law = {} }: Edit, context: EditContext) {
  const missing = (['kind', 'number', 'title'] as const).filter((name) => !law[name])
  if (missing.length) return missing.map((name) => invalid('E_LAW_FIELD_REQUIRED', name))
  if (!lawSlug(law.number!)) return [invalid('E_LAW_NUMBER_UNREADABLE', 'number', { value: law.number! })]
  const { slug: _slug, ...state } = merged(emptyLaw, law, context)
  return lawProblems(context.draft, context.draft.addLaw(state))
}

function correctLaw({ lawId, law = {} }: Edit, context: EditContext) {
  const { draft } = context
  const id = lawIdOf(lawId, context)
  if (law.number && !lawSlug(law.number))
    return [invalid('E_LAW_NUMBER_UNREADABLE', 'number', { value: law.number })]
  draft.setLaw(id, merged(draft.laws.get(id)!, law, context))
  return lawProblems(draft, id)
}

const emptyLaw: LawState = {
  slug: '',
  kind: 'luat',
  number: '',
  title: '',
  issuer: null,
  issuedOn: null,
  effectiveOn: null,
  expiredOn: null,
  statedStatus: 'chua_xac_minh',
  statedSource: null,
  checkedOn: null,
  confidence: 'medium',
  topicId: null,
  isStub: false,
  isCorrected: true,
}

/** What is not given stays. Whoever wrote it has looked at the source on the day that is given for the change. */
function merged(before: LawState, law: NonNullable<Edit['law']>, { input, topicIds }: EditContext): LawState {
  const { topic, number, title, issuer, issuedOn, effectiveOn, expiredOn, ...chosen } = law
  if (topic && !topicIds.has(topic)) throw invalid('E_TOPIC_UNKNOWN', 'topic', { slug: topic })
  const text = <T extends string | null>(value: string | null | undefined, former: T) =>
    value === undefined ? former : value ? normalise(value).replace(/\s+/g, ' ') : null
  return {
    ...before,
    kind: chosen.kind ?? before.kind,
    statedStatus: chosen.statedStatus ?? before.statedStatus,
    confidence: chosen.confidence ?? before.confidence,
    number: number ? normaliseLawNumber(number) : before.number,
    title: text(title, before.title) ?? before.title,
    issuer: text(issuer, before.issuer),
    issuedOn: text(issuedOn, before.issuedOn),
    effectiveOn: text(effectiveOn, before.effectiveOn),
    expiredOn: text(expiredOn, before.expiredOn),
    topicId: topic === undefined ? before.topicId : topic ? topicIds.get(topic)! : null,
    statedSource: normalise(input.source),
    checkedOn: input.checkedOn,
    isStub: false,
    isCorrected: true,
  }
}

function relate(edit: Edit, context: EditContext) {
  const { draft } = context
  if (!edit.relation) return [invalid('E_LAW_FIELD_REQUIRED', 'relation')]
  const ends = {
    sourceLawId: lawIdOf(edit.sourceId, context, 'sourceId'),
    targetLawId: lawIdOf(edit.targetId, context, 'targetId'),
    relation: edit.relation,
  }
  if (draft.relationBetween(ends)) {
    const [source, target] = [draft.laws.get(ends.sourceLawId)!, draft.laws.get(ends.targetLawId)!]
    return [invalid('E_RELATION_EXISTS', 'relation', { source: source.number, target: target.number })]
  }
  return relationProblems(draft, draft.addRelation({ ...ends, ...actsOn(edit, ends, context) }))
}

function changeRelation(edit: Edit, context: EditContext) {
  const { draft } = context
  const { id, state } = relationIn(edit, context)
  draft.setRelation(id, { ...state, ...actsOn(edit, state, context) })
  return relationProblems(draft, id)
}

function actsOn(
  edit: Edit,
  { targetLawId, relation }: Pick<RelationState, 'targetLawId' | 'relation'>,
  context: EditContext
): Omit<RelationState, 'sourceLawId' | 'targetLawId' | 'relation'> {
  const scope = edit.scope ?? null
  const provisions = provisionsOf(edit, targetLawId, context)
  return {
    scope: isActing(relation) ? scope : null,
    provisions: provisions.length ? provisions : null,
    fromOn: edit.fromOn || null,
    isCorrected: true,
  }
}

/** Chosen one by one, or written as people cite them; the document may be left out. */
function provisionsOf(edit: Edit, lawId: string, { record }: EditContext): Provision[] {
  const law = record.byId.get(lawId)
  if (!law) return []
  const found = new Map<string, Provision>()
  const chosen = (edit.provisions ?? []).map((parts) => chosenTarget(lawId, parts, record))
  const pieces = (edit.citation ?? '')
    .split(/[;\n]+/)
    .map((piece) => piece.trim().replace(/[\s.,]+$/, ''))
    .filter(Boolean)
  const cited = pieces.flatMap((piece) =>
    citedTargets(`${piece} ${law.number}`, record, todayInVietnam()).filter((one) => one.lawId === lawId)
  )
  if (pieces.length && !cited.some(({ article }) => article))
    throw invalid('E_CITATION_UNREADABLE', 'citation', { read: pieces.join('; ').slice(0, 200) })
  for (const { article, clause, point } of [...chosen, ...cited]) {
    if (article) found.set(provisionPath({ article, clause, point }), { article, clause, point })
  }
  return [...found.values()].sort(compareProvisions)
}

async function putStructure({ lawId, text = '' }: Edit, context: EditContext) {
  const id = lawIdOf(lawId, context)
  const before = await context.structureOf(id)
  if (!text.trim()) {
    context.draft.structures.set(id, { before, after: null })
    return []
  }
  const { elements, problems } = readStructure(text)
  context.draft.structures.set(id, { before, after: { elements } })
  return problems
}

function relationIn({ relationId = '' }: Edit, { draft }: EditContext) {
  const state = draft.relations.get(relationId)
  if (!state) throw notFound()
  return { id: relationId, state }
}

function lawIdOf(key: string | undefined, { record }: EditContext, field = 'lawId'): string {
  const law = key ? record.find(key) : undefined
  if (!law) throw invalid('E_LAW_UNKNOWN', field, { read: key ?? '' })
  return law.id
}
