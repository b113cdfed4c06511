import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { asOfField, dayOf } from '#app/laws/as_of'
import { parseCitations } from '#app/laws/citations/parse_citations'
import { lawRecord } from '#app/laws/law_record'
import { findVisibleVideo } from '#app/videos/find_video'
import VideoPolicy from '#app/videos/video_policy'
import { suggestionView } from './suggestions/suggestion_view.js'
import { suggestTags } from './suggestions/suggest_tags.js'
import { textsOfVideo } from './suggestions/texts_of_video.js'

const indexValidator = vine.create(asOfField)

/** More than a skit names; a text that names more was not written for one. */
const MOST_SUGGESTIONS = 100

export default class TagSuggestionsController {
  async index(ctx: HttpContext) {
    ctx.requireActor()
    const video = await findVisibleVideo(ctx, ctx.params.id)
    await ctx.bouncer.with(VideoPolicy).authorize('review')
    const day = dayOf(await ctx.request.validateUsing(indexValidator))
    const record = await lawRecord()
    const texts = await textsOfVideo(video)
    const found = suggestTags(texts, (text) => parseCitations(text, record.citationIndex, { asOf: day }))
    const shown = found.slice(0, MOST_SUGGESTIONS)
    return { data: shown.map((one) => suggestionView(one, record, day)), meta: { total: found.length } }
  }
}
