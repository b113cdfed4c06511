import type { HttpContext } from '@adonisjs/core/http'
import { data } from '#app/core/answers'
import { notFound } from '#app/core/hub_error'
import { pageOf } from '#app/core/page_validator'
import VideoPolicy from '#app/videos/video_policy'
import { listReports, reportCounts, withEverything } from './list_reports.js'
import { moveReport } from './move_report.js'
import Report from './report.js'
import { reportViews } from './report_views.js'
import { reportListValidator, reportStepValidator } from './reports_validators.js'

/** What editors do with reports. */
export default class ReportDeskController {
  async index(ctx: HttpContext) {
    await allow(ctx)
    const { state, ...query } = await ctx.request.validateUsing(reportListValidator)
    const { items, total, page, perPage } = await listReports({ ...pageOf(query), state })
    return { data: await reportViews(items), meta: { total, page, perPage, counts: await reportCounts() } }
  }

  async show(ctx: HttpContext) {
    await allow(ctx)
    return viewOf(await find(ctx))
  }

  async step(ctx: HttpContext) {
    const actor = await allow(ctx)
    const report = await find(ctx)
    const { step, reason } = await ctx.request.validateUsing(reportStepValidator)
    await moveReport(report, step, actor, reason)
    return viewOf(await find(ctx))
  }
}

async function allow(ctx: HttpContext) {
  const actor = ctx.requireActor()
  await ctx.bouncer.with(VideoPolicy).authorize('review')
  return actor
}

async function find({ params }: HttpContext) {
  const report = await withEverything(Report.query().where('id', params.id)).first()
  if (!report) throw notFound()
  return report
}

async function viewOf(report: Report) {
  const [view] = await reportViews([report])
  return data(view)
}
