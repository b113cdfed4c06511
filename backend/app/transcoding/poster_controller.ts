import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { data } from '#app/core/answers'
import { findVisibleVideo } from '#app/videos/find_video'
import type Video from '#app/videos/video'
import { VideoChanged } from '#app/videos/video_events'
import VideoPolicy from '#app/videos/video_policy'
import { choosePoster } from './choose_poster.js'
import { posterView } from './poster_view.js'

const posterValidator = vine.create({
  atSeconds: vine.number({ strict: true }).min(0).max(86_400).nullable(),
})

export default class PosterController {
  async update(ctx: HttpContext) {
    const found = await findVisibleVideo(ctx, ctx.params.id)
    const authorize = (video: Video) => ctx.bouncer.with(VideoPolicy).authorize('edit', video)
    await authorize(found)
    const { atSeconds } = await ctx.request.validateUsing(posterValidator)
    const revision = await choosePoster(found.id, { atSeconds, actor: ctx.requireActor(), authorize })
    if (atSeconds === null) await VideoChanged.dispatch(found.id)
    return ctx.response.accepted(data({ id: found.id, ...posterView(revision) }))
  }
}
