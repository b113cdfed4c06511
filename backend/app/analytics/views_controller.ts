import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import { notFound } from '#app/core/hub_error'
import { todayInVietnam } from '#app/core/legal_day'
import Video from '#app/videos/video'

export default class ViewsController {
  /** Counts one viewing, for the video and the day. Nothing of the viewer is kept: no cookie, no address. */
  async store({ params, response }: HttpContext) {
    const byIdOrSlug = Video.query().where(
      (video) => void video.where('id', params.id).orWhere('slug', params.id)
    )
    const video = await byIdOrSlug.where('status', 'published').first()
    if (!video) throw notFound()
    await db.transaction(async (trx) => {
      await trx.rawQuery(
        `insert into video_views (video_id, day, count) values (?, ?, 1)
         on conflict (video_id, day) do update set count = video_views.count + 1`,
        [video.id, todayInVietnam()]
      )
      await trx.from('videos').where('id', video.id).increment('view_count', 1)
    })
    return response.noContent()
  }
}
