import type { HttpContext } from '@adonisjs/core/http'
import { data } from '#app/core/answers'
import { HubError, notFound } from '#app/core/hub_error'
import { todayInVietnam } from '#app/core/legal_day'
import { dayOf } from '#app/laws/as_of'
import { lawRecord } from '#app/laws/law_record'
import { findVisibleVideo } from '#app/videos/find_video'
import type Video from '#app/videos/video'
import { VideoChanged } from '#app/videos/video_events'
import VideoPolicy from '#app/videos/video_policy'
import { hasRevision } from '#app/videos/video_status'
import { articleWarnings } from './article_warnings.js'
import { changeTag } from './change_tag.js'
import { createTags } from './create_tags.js'
import Tag from './tag.js'
import { tagView } from './tag_view.js'
import { tagsOfVideos } from './tags_of_videos.js'
import { newTagValidator, tagChangeValidator } from './tags_validators.js'

export default class TagsController {
  async index(ctx: HttpContext) {
    const video = await findVisibleVideo(ctx, ctx.params.id)
    return data((await tagsOfVideos([video.id])).get(video.id))
  }

  async store(ctx: HttpContext) {
    const actor = ctx.requireActor()
    const video = await findVisibleVideo(ctx, ctx.params.id)
    await ctx.bouncer.with(VideoPolicy).authorize('review')
    refuseUnready(video)
    const fields = await ctx.request.validateUsing(newTagValidator)
    const tags = await createTags(video, actor, fields, dayOf(fields))
    await VideoChanged.dispatch(video.id)
    const views = await viewsOf(tags)
    const warnings = await articleWarnings(tags, ctx.i18n)
    return ctx.response.created(withWarnings(views.length === 1 ? views[0] : views, warnings))
  }

  async update(ctx: HttpContext) {
    const { tag, video } = await this.find(ctx)
    const change = await ctx.request.validateUsing(tagChangeValidator)
    const formerLawId = tag.lawId
    const isOther = await changeTag(tag, video, ctx.requireActor(), change, dayOf(change))
    await VideoChanged.dispatch(video.id, [formerLawId])
    const [view] = await viewsOf([tag])
    return withWarnings(view, isOther ? await articleWarnings([tag], ctx.i18n) : [])
  }

  async destroy(ctx: HttpContext) {
    const { tag, video } = await this.find(ctx)
    await tag.delete()
    await VideoChanged.dispatch(video.id, [tag.lawId])
    return ctx.response.noContent()
  }

  private async find(ctx: HttpContext) {
    ctx.requireActor()
    const tag = await Tag.find(ctx.params.id)
    if (!tag) throw notFound()
    const video = await findVisibleVideo(ctx, tag.videoId)
    await ctx.bouncer.with(VideoPolicy).authorize('review')
    return { tag, video }
  }
}

/** The law is tied to what is seen and heard: there must be something to see. */
function refuseUnready(video: Video) {
  if (!hasRevision(video.status)) throw new HubError('E_VIDEO_NOT_READY', 409)
}

const withWarnings = <T>(value: T, warnings: Awaited<ReturnType<typeof articleWarnings>>) =>
  warnings.length ? { ...data(value), meta: { warnings } } : data(value)

async function viewsOf(tags: Tag[]) {
  const record = await lawRecord()
  return tags.map((tag) => tagView(tag, record, todayInVietnam()))
}
