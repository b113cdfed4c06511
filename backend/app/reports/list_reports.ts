import type { ModelQueryBuilderContract } from '@adonisjs/lucid/types/model'
import { DateTime } from 'luxon'
import type { Page, Paged } from '#app/core/answers'
import { hubNow } from '#app/core/clock'
import Report from './report.js'
import { reportStates, type ReportState } from './report_states.js'

type ReportQuery = ModelQueryBuilderContract<typeof Report>

export const withEverything = (reports: ReportQuery): ReportQuery =>
  reports
    .preload('video')
    .preload('taker')
    .preload('records', (records) => void records.preload('actor').orderBy('at').orderBy('id'))

/** What is due first comes first; of what is closed, the latest. Without a state: everything that is open. */
export async function listReports(filter: Page & { state?: ReportState }): Promise<Paged<Report>> {
  const { page, perPage, state } = filter
  const reports = withEverything(Report.query())
  void reports.whereIn('state', state ? [state] : ['new', 'in_work'])
  if (state === 'done' || state === 'rejected') void reports.orderBy('closedAt', 'desc')
  else void reports.orderBy('dueAt')
  const found = await reports.orderBy('id').paginate(page, perPage)
  return { items: found.all(), total: found.total, page, perPage }
}

export type ReportCounts = Record<ReportState | 'overdue', number>

export async function reportCounts(): Promise<ReportCounts> {
  const rows = await Report.query()
    .groupBy('state')
    .select('state')
    .count('* as count')
    .pojo<{ state: ReportState; count: number | string }>()
  const counts = Object.fromEntries([...reportStates, 'overdue'].map((name) => [name, 0])) as ReportCounts
  for (const { state, count } of rows) counts[state] = Number(count)
  const now = DateTime.fromJSDate(hubNow()).toUTC().toISO()!
  const [late] = await Report.query()
    .whereIn('state', ['new', 'in_work'])
    .where('dueAt', '<', now)
    .count('* as count')
    .pojo<{ count: number | string }>()
  return { ...counts, overdue: Number(late!.count) }
}
