import type { HttpContext } from '@adonisjs/core/http'
import { data } from '#app/core/answers'
import { findVisibleVideo } from '#app/videos/find_video'
import VideoPolicy from '#app/videos/video_policy'
import { periodOf } from './period.js'
import { periodValidator } from './statistics_validators.js'
import { videoStatistics } from './video_statistics.js'

export default class VideoStatisticsController {
  /** For editors, the producer and the producer's colleagues; the last year by default. */
  async show(ctx: HttpContext) {
    ctx.requireActor()
    const video = await findVisibleVideo(ctx, ctx.params.id)
    await ctx.bouncer.with(VideoPolicy).authorize('viewUnpublished', video)
    const period = periodOf(await ctx.request.validateUsing(periodValidator), 365)
    await video.load('currentRevision')
    return data(await videoStatistics(video, period))
  }
}
