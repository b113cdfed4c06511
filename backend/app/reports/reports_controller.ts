import type { HttpContext } from '@adonisjs/core/http'
import { data } from '#app/core/answers'
import { HubError, notFound } from '#app/core/hub_error'
import { answerForm } from '#app/forms/answer_form'
import { sentFields } from '#app/forms/form_fields'
import { hashCode } from '#app/forms/private_code'
import { readStamp } from '#app/forms/receive_form'
import { findVisibleVideo } from '#app/videos/find_video'
import { receiveReport } from './receive_report.js'
import Report from './report.js'
import { reporterView } from './report_views.js'
import { reportValidator } from './reports_validators.js'

/** What viewers do without an account and without a cookie. */
export default class ReportsController {
  async store(ctx: HttpContext) {
    const video = await findVisibleVideo(ctx, ctx.params.id)
    const pages = { sent: (code: string) => `/phan-anh/${code}`, refused: `/video/${video.slug}/phan-anh` }
    return answerForm(ctx, pages, async () => {
      if (!video.isPublished) throw new HubError('E_VIDEO_NOT_PUBLISHED', 409)
      const given = await reportValidator.validate(await sentFields(ctx), {
        messagesProvider: ctx.i18n.createMessagesProvider(),
      })
      return receiveReport(video, given, await readStamp(ctx, given, 'report', video.id))
    })
  }

  /** By its code: nobody can tell a wrong code from one that never was. */
  async show(ctx: HttpContext) {
    const report = await Report.query().where('codeHash', hashCode(ctx.params.code)).preload('video').first()
    if (!report) throw notFound()
    ctx.response.header('Cache-Control', 'private, no-store')
    return data(reporterView(report))
  }
}
