import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import { paged } from '#app/core/answers'
import { asAttachment } from '#app/core/attachment'
import { todayInVietnam } from '#app/core/legal_day'
import { pageFields, pageOf } from '#app/core/page_validator'
import VideoPolicy from '#app/videos/video_policy'
import { consentRegister } from './register.js'
import { registerCsv } from './register_csv.js'
import { standings } from './register_rows.js'

const registerValidator = vine.create({
  ...pageFields,
  q: vine.string().trim().maxLength(100).optional(),
  standing: vine.enum(standings).optional(),
  format: vine.enum(['json', 'csv'] as const).optional(),
})

/** Who appears in the hub's videos and what they agreed to, across videos: for editors. */
export default class RegisterController {
  async index(ctx: HttpContext) {
    ctx.requireActor()
    await ctx.bouncer.with(VideoPolicy).authorize('review')
    const filter = await ctx.request.validateUsing(registerValidator)
    const rows = await consentRegister(filter)
    if (filter.format === 'csv') {
      asAttachment(ctx.response, `dong-y-${todayInVietnam()}.csv`, 'text/csv; charset=utf-8')
      return ctx.response.send(registerCsv(rows, ctx.i18n))
    }
    const { page, perPage } = pageOf(filter, 50)
    return paged({
      items: rows.slice((page - 1) * perPage, page * perPage),
      total: rows.length,
      page,
      perPage,
    })
  }
}
