import { Readable } from 'node:stream'
import type { HttpContext } from '@adonisjs/core/http'
import logger from '@adonisjs/core/services/logger'
import vine from '@vinejs/vine'
import UserPolicy from '#app/accounts/user_policy'
import { paged } from '#app/core/answers'
import { asAttachment } from '#app/core/attachment'
import { invalid } from '#app/core/hub_error'
import { pageFields, pageOf } from '#app/core/page_validator'
import { exportedRecords } from './exported_records.js'
import { newestRecords } from './newest_records.js'
import { existingDay } from './review_validators.js'
import { recordsAsCsv, recordsAsJson } from './written_records.js'

const day = () => vine.string().use(existingDay()).optional()
const periodValidator = vine.create({
  ...pageFields,
  from: day(),
  to: day(),
  video: vine.string().trim().maxLength(32).optional(),
  format: vine.enum(['csv', 'json', 'list'] as const).optional(),
})

/** The whole record, of a period or of one video: for administrators, as a file or to be read page by page. */
export default class RecordsController {
  async index(ctx: HttpContext) {
    ctx.requireActor()
    await ctx.bouncer.with(UserPolicy).authorize('administer')
    const query = await ctx.request.validateUsing(periodValidator)
    const { from, to, video: videoId, format = 'json' } = query
    if (from && to && from > to) throw invalid('E_PERIOD_BACKWARDS', 'to')
    if (format === 'list') return paged(await newestRecords({ from, to, videoId, ...pageOf(query, 50) }))
    const lines = exportedRecords({ from, to, videoId })
    const text = format === 'csv' ? recordsAsCsv(lines, ctx.i18n) : recordsAsJson(lines)
    const name = ['nhat-ky', videoId, from, to].filter(Boolean).join('-')
    asAttachment(
      ctx.response,
      `${name}.${format}`,
      format === 'csv' ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8'
    )
    return ctx.response.stream(Readable.from(text, { objectMode: false }), (error) => {
      logger.error({ err: error }, 'the record could not be sent to its end')
      return ['', 500]
    })
  }
}
