import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { pageFields, pageOf } from '#app/core/page_validator'
import { todayInVietnam } from '#app/core/legal_day'
import type { ParsedCitation } from '#app/laws/citations/parse_citations'
import { lawRecord, type LawRecord } from '#app/laws/law_record'
import { lawMention } from '#app/laws/law_view'
import { aboutOf } from '#app/search/about'
import { matchesOf } from '#app/search/matches'
import { searchVideos } from '#app/search/search_videos'
import { countUnfoundSearch } from '#app/statistics/unfound_search'
import Topic from '#app/topics/topic'
import { listedViews } from './listed_view.js'

// Any text is a query: one that is too long is cut, not refused
const text = vine.string().transform((value) => value.slice(0, 500))
const searchValidator = vine.create({ ...pageFields, q: text.optional() })

export default class SearchController {
  async index({ request, i18n, actor }: HttpContext) {
    const { q = '', ...query } = await request.validateUsing(searchValidator)
    const { page, perPage } = pageOf(query, 24)
    const result = await searchVideos(q)
    // What editors look for, to see whether it is there, is no viewer's wish
    if (!result.ids.length && page === 1 && !actor?.isEditor) await countUnfoundSearch(q)
    const ids = result.ids.slice((page - 1) * perPage, page * perPage)
    const matches = await matchesOf(ids, result.query, result.cited)
    const videos = await listedViews(ids, i18n.locale)
    const [record, day] = [await lawRecord(), todayInVietnam()]
    const topics = await Topic.query().preload('subtopics').orderBy('id')
    const about = { ...result, found: result.ids, record, day, topics, language: i18n.locale }
    return {
      data: videos.map((video) => ({ ...video, matches: matches.get(video.id) ?? [] })),
      meta: {
        total: result.ids.length,
        page,
        perPage,
        citation: result.citation && citationView(result.citation, record),
        ...(await aboutOf(about)),
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
