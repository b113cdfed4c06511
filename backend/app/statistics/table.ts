import type { I18n } from '@adonisjs/i18n'
import type { CountedRow, Grouping } from './count_rows.js'
import type { StatisticsRow } from './statistics_rows.js'
import type { hostsIn, totalsOf, unfoundSearches } from './statistics_totals.js'
import type { Period } from './period.js'

export type Cell = string | number | null

/** As a file holds it. */
export interface Table {
  title: string
  columns: string[]
  rows: Cell[][]
}

type Counts = keyof Omit<CountedRow, 'key'>
const counts: Counts[] = ['videoCount', 'publishedCount', 'views', 'watchedSeconds']

const word = (i18n: I18n, name: string) => i18n.t(`statistics.${name}`)

export function groupedTable(by: Grouping, rows: StatisticsRow[], i18n: I18n): Table {
  return {
    title: word(i18n, `by.${by}`),
    columns: [word(i18n, `column.${by}`), ...counts.map((name) => word(i18n, `column.${name}`))],
    rows: rows.map((row) => [nameOf(row, i18n), ...counts.map((name) => row[name])]),
  }
}

/** Only agencies may be missing: of a video that belongs to none. */
const nameOf = ({ id, name }: StatisticsRow, i18n: I18n) => (id === null ? word(i18n, 'noAgency') : name)

export function hostsTable(rows: Awaited<ReturnType<typeof hostsIn>>, i18n: I18n): Table {
  return {
    title: word(i18n, 'by.host'),
    columns: ['host', 'videoCount', 'viewings'].map((name) => word(i18n, `column.${name}`)),
    rows: rows.map(({ host, videoCount, viewings }) => [
      host || word(i18n, 'otherHosts'),
      videoCount,
      viewings,
    ]),
  }
}

export function searchesTable(rows: Awaited<ReturnType<typeof unfoundSearches>>, i18n: I18n): Table {
  return {
    title: word(i18n, 'by.search'),
    columns: ['query', 'times', 'lastMonth'].map((name) => word(i18n, `column.${name}`)),
    rows: rows.map(({ query, count, lastMonth }) => [query, count, lastMonth]),
  }
}

export function totalsTable(
  { from, to }: Period,
  totals: Awaited<ReturnType<typeof totalsOf>>,
  i18n: I18n
): Table {
  const names = ['publishedNow', 'publishedCount', 'videoCount', 'views', 'watchedSeconds'] as const
  return {
    title: word(i18n, 'totals'),
    columns: [word(i18n, 'figure'), word(i18n, 'value')],
    rows: [
      [word(i18n, 'from'), from],
      [word(i18n, 'to'), to],
      ...names.map((name): Cell[] => [word(i18n, `column.${name}`), totals[name]]),
    ],
  }
}
