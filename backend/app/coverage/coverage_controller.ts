import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { data } from '#app/core/answers'
import VideoPolicy from '#app/videos/video_policy'
import { coverage } from './coverage.js'

const coverageValidator = vine.create({ law: vine.string().trim().maxLength(160).optional() })

export default class CoverageController {
  /** For editors: topic × audience × law, with what is missing. */
  async show(ctx: HttpContext) {
    ctx.requireActor()
    await ctx.bouncer.with(VideoPolicy).authorize('review')
    const { law } = await ctx.request.validateUsing(coverageValidator)
    return data(await coverage(law, ctx.i18n.locale))
  }
}
