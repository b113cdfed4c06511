import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { data } from '#app/core/answers'
import { asOfField, dayOf } from '#app/laws/as_of'
import { topicMention } from '#app/topics/topic_view'
import { createVideo } from '#app/videos/create_video'
import { deleteVideo } from '#app/videos/delete_video'
import { findVisibleVideo } from '#app/videos/find_video'
import { replaceTopics } from '#app/videos/replace_topics'
import { updateVideo } from '#app/videos/update_video'
import { VideoChanged, VideoDeleted } from '#app/videos/video_events'
import VideoPolicy from '#app/videos/video_policy'
import { newVideoValidator, topicsValidator, videoChangeValidator } from '#app/videos/videos_validators'
import { videoView } from './video_view.js'

/** The laws and what is said of them are as on the day. */
const showValidator = vine.create(asOfField)

export default class VideosController {
  async show(ctx: HttpContext) {
    const video = await findVisibleVideo(ctx, ctx.params.id)
    const day = dayOf(await ctx.request.validateUsing(showValidator))
    return data(await videoView(video, ctx, day))
  }

  async store(ctx: HttpContext) {
    const actor = ctx.requireActor()
    const video = await createVideo(actor, await ctx.request.validateUsing(newVideoValidator))
    await VideoChanged.dispatch(video.id)
    return ctx.response.created(data(await videoView(video, ctx)))
  }

  async update(ctx: HttpContext) {
    const actor = ctx.requireActor()
    const video = await findVisibleVideo(ctx, ctx.params.id)
    await ctx.bouncer.with(VideoPolicy).authorize('edit', video)
    await updateVideo(actor, video, await ctx.request.validateUsing(videoChangeValidator))
    await VideoChanged.dispatch(video.id)
    return data(await videoView(video, ctx))
  }

  async destroy(ctx: HttpContext) {
    const actor = ctx.requireActor()
    const video = await findVisibleVideo(ctx, ctx.params.id)
    await ctx.bouncer.with(VideoPolicy).authorize('delete', video)
    await deleteVideo(video, actor)
    await VideoDeleted.dispatch(video.id)
    return ctx.response.noContent()
  }

  async replaceTopics(ctx: HttpContext) {
    ctx.requireActor()
    const video = await findVisibleVideo(ctx, ctx.params.id)
    await ctx.bouncer.with(VideoPolicy).authorize('review')
    const { slugs } = await ctx.request.validateUsing(topicsValidator)
    const topics = await replaceTopics(video, slugs)
    await VideoChanged.dispatch(video.id)
    return data(topics.map((topic) => topicMention(topic, ctx.i18n.locale)))
  }
}
