import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { data, paged } from '#app/core/answers'
import { notFound } from '#app/core/hub_error'
import { pageFields, pageOf } from '#app/core/page_validator'
import { asOfField, dayOf } from '#app/laws/as_of'
import { findLaws } from '#app/laws/find_laws'
import type Law from '#app/laws/law'
import { lawRecord } from '#app/laws/law_record'
import { LAW_STATUSES } from '#app/laws/law_status'
import { type LawContext, lawView, relationViews } from '#app/laws/law_view'
import { structureOf } from '#app/laws/structure/law_structure'
import Topic from '#app/topics/topic'
import { videoCountsByLaw } from './counts.js'
import { taughtProvisions } from './taught_provisions.js'

const sorts = ['relevance', 'newest', 'effective', 'videos'] as const

const listValidator = vine.create({
  ...pageFields,
  ...asOfField,
  q: vine.string().trim().maxLength(300).optional(),
  status: vine.enum(LAW_STATUSES).optional(),
  topic: vine.string().trim().maxLength(120).optional(),
  sort: vine.enum(sorts).optional(),
})

const showValidator = vine.create(asOfField)

export default class LawsController {
  async index({ request, i18n }: HttpContext) {
    const query = await request.validateUsing(listValidator)
    const { page, perPage } = pageOf(query)
    const context = await contextOn(dayOf(query), i18n.locale)
    const { record, day, topics } = context
    const found = query.q ? findLaws(record, query.q, day).map(({ law }) => law) : [...record.laws]
    const kept = found.filter(
      (law) =>
        (!query.status || record.statusOn(law, day).status === query.status) &&
        (!query.topic || topics.get(law.topicId ?? 0)?.slug === query.topic)
    )
    const sort = query.sort ?? (query.q ? 'relevance' : 'newest')
    if (sort !== 'relevance') kept.sort(orders(context)[sort])
    const items = kept.slice((page - 1) * perPage, page * perPage).map((law) => lawView(law, context))
    return paged({ items, total: kept.length, page, perPage })
  }

  /** By slug or id. */
  async show({ request, params, i18n }: HttpContext) {
    const day = dayOf(await request.validateUsing(showValidator))
    const context = await contextOn(day, i18n.locale)
    const law = context.record.find(params.slug)
    if (!law) throw notFound()
    return data({
      ...lawView(law, context),
      relations: relationViews(law, context.record, day),
      ...(await taughtProvisions(law, context.record)),
      structure: await structureOf(law.id),
    })
  }
}

async function contextOn(day: string, language: string): Promise<LawContext> {
  const topics = new Map((await Topic.all()).map((topic) => [topic.id, topic]))
  return { record: await lawRecord(), day, topics, videoCounts: await videoCountsByLaw(), language }
}

/** Documents whose day nobody knows come last. */
const orders = ({ videoCounts }: LawContext) => ({
  newest: (a: Law, b: Law) => (b.issuedOn ?? '').localeCompare(a.issuedOn ?? ''),
  effective: (a: Law, b: Law) => (b.effectiveOn ?? '').localeCompare(a.effectiveOn ?? ''),
  videos: (a: Law, b: Law) => (videoCounts.get(b.id) ?? 0) - (videoCounts.get(a.id) ?? 0),
})
