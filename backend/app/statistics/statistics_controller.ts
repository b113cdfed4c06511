import type { HttpContext } from '@adonisjs/core/http'
import VideoPolicy from '#app/videos/video_policy'
import { groupings } from './count_rows.js'
import { periodOf, type Period } from './period.js'
import { report } from './report.js'
import { scopeOf } from './scope.js'
import { sendCsv, sendWorkbook } from './send_table.js'
import { statisticsRows } from './statistics_rows.js'
import { hostsIn, totalsOf, unfoundSearches } from './statistics_totals.js'
import { reportValidator, statisticsValidator, tableValidator } from './statistics_validators.js'
import { groupedTable, hostsTable, searchesTable, totalsTable, type Table } from './table.js'

interface Found {
  rows: unknown[]
  table: Table
  name: string
  period: Period
  meta?: Record<string, unknown>
}

/** Numbers of a period: editors read all, producers those of their own and their agency's videos. */
export default class StatisticsController {
  async index(ctx: HttpContext) {
    const scope = scopeOf(ctx.requireActor())
    const { by = 'month', format, ...days } = await ctx.request.validateUsing(statisticsValidator)
    const period = periodOf(days)
    const rows = await statisticsRows(by, period, scope, ctx.i18n.locale)
    const meta = { by, totals: await totalsOf(period, scope) }
    return answer(ctx, format, { rows, table: groupedTable(by, rows, ctx.i18n), name: by, period, meta })
  }

  async hosts(ctx: HttpContext) {
    const scope = scopeOf(ctx.requireActor())
    const { format, ...days } = await ctx.request.validateUsing(tableValidator)
    const period = periodOf(days)
    const rows = await hostsIn(period, scope)
    return answer(ctx, format, { rows, table: hostsTable(rows, ctx.i18n), name: 'host', period })
  }

  async searches(ctx: HttpContext) {
    ctx.requireActor()
    await ctx.bouncer.with(VideoPolicy).authorize('review')
    const { format, ...days } = await ctx.request.validateUsing(tableValidator)
    const period = periodOf(days)
    const rows = await unfoundSearches(period)
    return answer(ctx, format, { rows, table: searchesTable(rows, ctx.i18n), name: 'search', period })
  }

  /** Everything at once: for the page, for the report in print, and as one workbook. */
  async report(ctx: HttpContext) {
    const actor = ctx.requireActor()
    const { format, ...days } = await ctx.request.validateUsing(reportValidator)
    const period = periodOf(days)
    const found = await report(period, actor, ctx.i18n.locale)
    if (format !== 'xlsx') return { data: found }
    const rows = {
      month: found.months,
      topic: found.topics,
      law: found.laws,
      agency: found.agencies,
      video: found.videos,
    }
    const tables = [
      totalsTable(period, found.totals, ctx.i18n),
      ...groupings.map((by) => groupedTable(by, rows[by], ctx.i18n)),
      hostsTable(found.hosts, ctx.i18n),
      ...(found.searches ? [searchesTable(found.searches, ctx.i18n)] : []),
    ]
    return sendWorkbook(ctx, tables, { name: 'bao-cao', period })
  }
}

function answer(ctx: HttpContext, format: string | undefined, { rows, table, name, period, meta }: Found) {
  if (format === 'csv') return sendCsv(ctx, table, { name, period })
  if (format === 'xlsx') return sendWorkbook(ctx, [table], { name, period })
  return { data: rows, meta: { ...period, ...meta } }
}
