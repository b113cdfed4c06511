import type { HttpContext } from '@adonisjs/core/http'
import UserPolicy from '#app/accounts/user_policy'
import { videoCountsByLaw } from '#app/catalogue/counts'
import { data, paged } from '#app/core/answers'
import { notFound } from '#app/core/hub_error'
import { todayInVietnam } from '#app/core/legal_day'
import { pageOf } from '#app/core/page_validator'
import { findLaws } from '#app/laws/find_laws'
import type Law from '#app/laws/law'
import { lawRecord } from '#app/laws/law_record'
import { lawView, type LawContext } from '#app/laws/law_view'
import LawStructure, { structureOf } from '#app/laws/structure/law_structure'
import Topic from '#app/topics/topic'
import { citingVideos } from './citing_videos.js'
import { recordListValidator, marks, type Mark } from './keeping_validators.js'
import { keptRelations, keptView } from './kept_view.js'

/** The record as those see it who keep it: with sources, confidence, disagreements and what nobody has verified. */
export default class LawRecordsController {
  async index({ bouncer, request, i18n }: HttpContext) {
    await bouncer.with(UserPolicy).authorize('administer')
    const query = await request.validateUsing(recordListValidator)
    const { page, perPage } = pageOf(query, 50)
    const context = await contextOf(i18n.locale)
    const { record, day } = context
    const structured = new Set((await LawStructure.query().select('lawId')).map(({ lawId }) => lawId))
    const found = query.q ? findLaws(record, query.q, day).map(({ law }) => law) : newestFirst(record.laws)
    const has = (law: Law, mark: Mark) => isMarked(law, mark, context, structured)
    const kept = query.mark ? found.filter((law) => has(law, query.mark!)) : found
    const items = kept.slice((page - 1) * perPage, page * perPage).map((law) => keptView(law, context))
    const counts = Object.fromEntries(
      marks.map((mark) => [mark, found.filter((law) => has(law, mark)).length])
    )
    const answer = paged({ items, total: kept.length, page, perPage })
    return { ...answer, meta: { ...answer.meta, counts: { all: found.length, ...counts } } }
  }

  /** By id, slug or a number that only one document has. */
  async show({ bouncer, params, i18n }: HttpContext) {
    await bouncer.with(UserPolicy).authorize('administer')
    const context = await contextOf(i18n.locale)
    const law = context.record.find(params.slug)
    if (!law) throw notFound()
    return data({
      ...keptView(law, context),
      relations: keptRelations(law, context),
      ...(await citingVideos(law)),
      structure: await structureOf(law.id),
    })
  }
}

async function contextOf(language: string): Promise<LawContext> {
  const topics = new Map((await Topic.all()).map((topic) => [topic.id, topic]))
  return {
    record: await lawRecord(),
    day: todayInVietnam(),
    topics,
    videoCounts: await videoCountsByLaw(),
    language,
  }
}

const newestFirst = (laws: Law[]) =>
  [...laws].sort((a, b) => (b.issuedOn ?? '').localeCompare(a.issuedOn ?? ''))

function isMarked(law: Law, mark: Mark, context: LawContext, structured: ReadonlySet<string>): boolean {
  const { record, day } = context
  if (mark === 'stub') return law.isStub
  if (mark === 'corrected') return Boolean(law.correctedAt)
  if (mark === 'structured') return structured.has(law.id)
  if (mark === 'unverified') return !lawView(law, context).verified
  const { disagrees, undated } = record.statusOn(law, day)
  return mark === 'disagreeing' ? disagrees : undated.length > 0
}
