import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { paged } from '#app/core/answers'
import { pageFields, pageOf } from '#app/core/page_validator'
import { fold } from '#app/core/vietnamese_text'
import Video from '#app/videos/video'
import VideoPolicy from '#app/videos/video_policy'
import { statuses } from '#app/videos/video_status'
import { videoViews } from './video_view.js'

const deskValidator = vine.create({
  ...pageFields,
  status: vine.enum(statuses).optional(),
  agency: vine.string().trim().maxLength(120).optional(),
  /** Of agencies for which the caller is the officer or the deputy. */
  mine: vine.boolean().optional(),
  q: vine.string().trim().maxLength(200).optional(),
})

/** The lists that people work from: the producer's own videos, and the editors' queue. */
export default class DesksController {
  async studio(ctx: HttpContext) {
    const actor = ctx.requireActor()
    return this.list(ctx, (videos) => {
      videos.where((own) => {
        own.where('ownerId', actor.id)
        if (actor.agencyId) own.orWhere('agencyId', actor.agencyId)
      })
      videos.orderBy('createdAt', 'desc')
    })
  }

  /** The oldest submission first: nobody waits longer than they must. */
  async review(ctx: HttpContext) {
    ctx.requireActor()
    await ctx.bouncer.with(VideoPolicy).authorize('review')
    return this.list(ctx, (videos) => {
      videos.orderByRaw(`case when status = 'in_review' then 0 else 1 end`)
      videos.orderByRaw(`case when status = 'in_review' then submitted_at end asc`)
      videos.orderBy('updatedAt', 'desc')
    })
  }

  private async list(ctx: HttpContext, choose: (videos: ReturnType<typeof Video.query>) => void) {
    const filter = await ctx.request.validateUsing(deskValidator)
    const { page, perPage } = pageOf(filter)
    const videos = Video.query()
    if (filter.status) videos.where('status', filter.status)
    if (filter.agency) {
      videos.whereHas(
        'agency',
        (agency) => void agency.where('slug', filter.agency!).orWhere('id', filter.agency!)
      )
    }
    if (filter.mine) {
      const { id } = ctx.requireActor()
      videos.whereHas('agency', (agency) => void agency.where('officerId', id).orWhere('deputyId', id))
    }
    if (filter.q) videos.where('searchText', 'like', `%${fold(filter.q).replace(/[%_]/g, ' ')}%`)
    choose(videos)
    const found = await videos.orderBy('id').paginate(page, perPage)
    return paged({ items: await videoViews(found.all(), ctx), total: found.total, page, perPage })
  }
}
