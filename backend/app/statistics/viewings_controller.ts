import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { siteOrigin } from '#app/core/site_origin'
import { countedVideo } from './counted_video.js'
import { countViewing, partCount } from './count_viewing.js'
import { embedHost } from './embed_host.js'

const longestSeconds = 6 * 3600

const viewingValidator = vine.create({
  first: vine.boolean(),
  watchedSeconds: vine.number().min(0).max(longestSeconds),
  parts: vine
    .array(
      vine
        .number()
        .withoutDecimals()
        .range([0, partCount - 1])
    )
    .maxLength(partCount),
  host: vine.string().maxLength(253).nullable().optional(),
})

export default class ViewingsController {
  /** Adds what was watched of a video. Nothing of the viewer is kept: no cookie, no address, no time of day. */
  async store({ params, request, response }: HttpContext) {
    const viewing = await request.validateUsing(viewingValidator)
    const video = await countedVideo(params.id, 'viewing', request.ip())
    const host = embedHost(viewing.host, new URL(siteOrigin()).hostname)
    await countViewing(video, { ...viewing, host })
    return response.noContent()
  }
}
