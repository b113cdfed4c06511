import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import { data } from '#app/core/answers'
import { describeError } from '#app/core/describe_error'
import { HubErrors } from '#app/core/hub_error'
import { findVisibleVideo } from '#app/videos/find_video'
import { moveVideo } from '#app/videos/move_video'
import { recordView } from '#app/videos/record_view'
import ReviewRecord from '#app/videos/review_record'
import type Video from '#app/videos/video'
import { VideoChanged } from '#app/videos/video_events'
import VideoPolicy from '#app/videos/video_policy'
import { approveVideo } from './approve_video.js'
import { owedForPublication } from './consent_facts.js'
import { hideVideo, publishVideo } from './publish_video.js'

import { submitVideo } from './submit_video.js'
import { changeRequestValidator, reasonValidator } from './review_validators.js'

/** The steps of the review; each answers with where the video stands now. */
export default class ReviewController {
  async submit(ctx: HttpContext) {
    const actor = ctx.requireActor()
    const video = await findVisibleVideo(ctx, ctx.params.id)
    await ctx.bouncer.with(VideoPolicy).authorize('submit', video)
    const { reason } = await ctx.request.validateUsing(reasonValidator)
    await submitVideo(video, actor, reason)
    await VideoChanged.dispatch(video.id)
    return standing(video)
  }

  async approve(ctx: HttpContext) {
    const { video, reason } = await this.prepare(ctx)
    await approveVideo(video, ctx.requireActor(), reason)
    return standing(video)
  }

  async publish(ctx: HttpContext) {
    const { video, reason } = await this.prepare(ctx)
    await publishVideo(video, ctx.requireActor(), reason)
    return standing(video)
  }

  async unpublish(ctx: HttpContext) {
    const { video, reason } = await this.prepare(ctx)
    await hideVideo(video, 'unpublish', ctx.requireActor(), reason)
    return standing(video)
  }

  async withdraw(ctx: HttpContext) {
    const { video, reason } = await this.prepare(ctx)
    await hideVideo(video, 'withdraw', ctx.requireActor(), reason)
    return standing(video)
  }

  /** What still stands in the way of publishing, in the words in which publishing would be refused. */
  async owed(ctx: HttpContext) {
    ctx.requireActor()
    const video = await findVisibleVideo(ctx, ctx.params.id)
    await ctx.bouncer.with(VideoPolicy).authorize('readRecord', video)
    const owed = await owedForPublication(video)
    return data({ missing: owed.length ? describeError(new HubErrors(422, owed), ctx).errors : [] })
  }

  async requestChanges(ctx: HttpContext) {
    const actor = ctx.requireActor()
    const video = await findVisibleVideo(ctx, ctx.params.id)
    await ctx.bouncer.with(VideoPolicy).authorize('review')
    const { message, atSeconds } = await ctx.request.validateUsing(changeRequestValidator)
    await db.transaction((trx) =>
      moveVideo(trx, video, { step: 'request_changes', actor, reason: message, atSeconds })
    )
    return standing(video)
  }

  async record(ctx: HttpContext) {
    const video = await findVisibleVideo(ctx, ctx.params.id)
    await ctx.bouncer.with(VideoPolicy).authorize('readRecord', video)
    const records = await ReviewRecord.query()
      .where('videoId', video.id)
      .preload('actor')
      .orderBy('at')
      .orderBy('id')
    return data(records.map(recordView))
  }

  private async prepare(ctx: HttpContext) {
    ctx.requireActor()
    const video = await findVisibleVideo(ctx, ctx.params.id)
    await ctx.bouncer.with(VideoPolicy).authorize('review')
    const { reason } = await ctx.request.validateUsing(reasonValidator)
    return { video, reason }
  }
}

const standing = (video: Video) => data({ id: video.id, status: video.status })
