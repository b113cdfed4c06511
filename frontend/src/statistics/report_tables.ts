import type { StatisticsReport, StatisticsRow } from '../api/types.js'
import type { useFormat } from '../i18n/format.js'

export interface ReportTable {
  title: string
  columns: string[]
  rows: string[][]
  /** So many rows are left out. */
  more: number
  empty: string
}

interface Words {
  t: (key: string, values?: Record<string, unknown>) => string
  format: ReturnType<typeof useFormat>
  watchTime: (seconds: number) => string
}

/** On paper nobody reads the hundredth video. */
const most = 30
const groups = [
  ['month', 'months'],
  ['topic', 'topics'],
  ['law', 'laws'],
  ['agency', 'agencies'],
  ['video', 'videos'],
] as const

/** The report as tables of words, in the order in which they are read. */
export function reportTables(report: StatisticsReport, words: Words): ReportTable[] {
  const { t, format } = words
  const table = (title: string, columns: string[], rows: string[][], empty = 'none'): ReportTable => ({
    title,
    columns,
    rows: rows.slice(0, most),
    more: Math.max(0, rows.length - most),
    empty: t(`statistics.${empty}`),
  })
  const column = (name: string) => t(`statistics.column.${name}`)
  const counts = ['views', 'watchedSeconds', 'videoCount', 'publishedCount']
  const grouped = groups.map(([by, list]) => {
    const isVideo = by === 'video'
    return table(
      t(`statistics.by.${by}`),
      [column(by), ...counts.filter((name) => !isVideo || !name.endsWith('Count')).map(column)],
      report[list].map((row) => [nameOf(by, row, t), ...cells(row, words).slice(0, isVideo ? 2 : 4)])
    )
  })
  const hosts = report.hosts.map(({ host, viewings }) => [
    host || t('statistics.otherHosts'),
    format.number(viewings),
  ])
  const searches = report.searches?.map(({ query, count }) => [query, format.number(count)])
  const summary = t('statistics.report.summary')
  return [
    table(summary, [t('statistics.report.figure'), t('statistics.report.value')], totals(report, words)),
    ...grouped,
    table(t('statistics.by.host'), [column('host'), column('viewings')], hosts, 'noHosts'),
    ...(searches
      ? [
          table(
            t('statistics.report.searchesLimit'),
            [column('query'), column('times')],
            searches,
            'noSearches'
          ),
        ]
      : []),
  ]
}

const cells = (row: StatisticsRow, { format, watchTime }: Words) => [
  format.number(row.views),
  watchTime(row.watchedSeconds),
  format.number(row.videoCount),
  format.number(row.publishedCount),
]

function nameOf(by: string, { id, name }: StatisticsRow, t: Words['t']): string {
  if (id === null) return t('statistics.noAgency')
  return by === 'month' ? t('statistics.month', { month: name.slice(5), year: name.slice(0, 4) }) : name
}

function totals({ totals: found, hosts }: StatisticsReport, { t, format, watchTime }: Words): string[][] {
  const embedded = hosts.reduce((sum, { viewings }) => sum + viewings, 0)
  const rows: [string, string][] = [
    ['publishedNow', format.number(found.publishedNow)],
    ['published', format.number(found.publishedCount)],
    ['videos', format.number(found.videoCount)],
    ['views', format.number(found.views)],
    ['watchTime', watchTime(found.watchedSeconds)],
    ['average', found.views ? watchTime(found.watchedSeconds / found.views) : '–'],
    ['embedded', format.number(embedded)],
  ]
  return rows.map(([name, value]) => [t(`statistics.figure.${name}`), value])
}
