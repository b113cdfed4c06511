import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import { todayInVietnam } from '#app/core/legal_day'
import { addUp } from './add_up.js'
import { countedVideo } from './counted_video.js'

export default class ViewsController {
  /** Counts one view, for the video and the day. Nothing of the viewer is kept: no cookie, no address. */
  async store({ params, request, response }: HttpContext) {
    const video = await countedVideo(params.id, 'view', request.ip())
    const counter = { table: 'video_views', keys: ['video_id', 'day'], counts: ['count'] }
    await db.transaction(async (trx) => {
      await addUp(trx, counter, [{ video_id: video.id, day: todayInVietnam(), count: 1 }])
      await trx.from('videos').where('id', video.id).increment('view_count', 1)
    })
    return response.noContent()
  }
}
