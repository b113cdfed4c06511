import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { pageFields, pageOf } from '#app/core/page_validator'
import { todayInVietnam } from '#app/core/legal_day'
import type { ParsedCitation } from '#app/laws/citations/parse_citations'
import { lawRecord, type LawRecord } from '#app/laws/law_record'
import { lawMention } from '#app/laws/law_view'
import { aboutOf } from '#app/search/about'
import { countFacets, facetsView, narrowedTo } from '#app/search/facets'
import { knownTopics } from '#app/search/known_topics'
import { matchesOf } from '#app/search/matches'
import { searchVideos } from '#app/search/search_videos'
import { countUnfoundSearch } from '#app/statistics/unfound_search'
import { facetFields } from './facet_fields.js'
import { listedViews } from './listed_view.js'

// Any text is a query: one that is too long is cut, not refused
const text = vine.string().transform((value) => value.slice(0, 500))
const searchValidator = vine.create({
  ...pageFields,
  ...facetFields,
  q: text.optional(),
  verbatim: vine.boolean().optional(),
})

export default class SearchController {
  async index({ request, i18n, actor }: HttpContext) {
    const { q = '', verbatim, ...query } = await request.validateUsing(searchValidator)
    const { page, perPage } = pageOf(query, 24)
    const topics = await knownTopics()
    const narrowed = await narrowedTo(query, topics)
    const result = await searchVideos(q, { narrowed, isVerbatim: verbatim })
    const { hits } = result
    // What editors look for, to see whether it is there, is no viewer's wish; nor is what only a filter hides
    const isUnfound = !hits.length && page === 1 && !narrowed.length && !actor?.isEditor
    if (isUnfound) await countUnfoundSearch(q)
    const ids = hits.slice((page - 1) * perPage, page * perPage).map(({ id }) => id)
    const matches = await matchesOf(ids, result.query, result.cited)
    const videos = await listedViews(ids, i18n.locale)
    const [record, day, language] = [await lawRecord(), todayInVietnam(), i18n.locale]
    const counts = countFacets(hits)
    return {
      data: videos.map((video) => ({ ...video, matches: matches.get(video.id) ?? [] })),
      meta: {
        total: hits.length,
        isTotalExact: !result.isCut,
        page,
        perPage,
        citation: result.citation && citationView(result.citation, record),
        ...aboutOf({ ...result, counts, found: hits.length, record, day, topics, language }),
        facets: await facetsView(counts, topics, language),
        corrected: result.corrected,
      },
    }
  }
}

function citationView(
  { text, law, number, articles, clauses, points, assumed }: ParsedCitation,
  record: LawRecord
) {
  const known = law && record.byId.get(law.id)
  const mention = known ? lawMention(known, record, todayInVietnam()) : null
  return { text, law: mention, number, articles, clauses, points, assumed }
}
