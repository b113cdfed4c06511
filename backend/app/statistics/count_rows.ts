import type { DatabaseQueryBuilderContract } from '@adonisjs/lucid/types/querybuilder'
import db from '@adonisjs/lucid/services/db'
import { readInstant } from '#app/core/columns'
import { todayInVietnam } from '#app/core/legal_day'
import { momentsOf, type Period } from './period.js'
import type { Scope } from './scope.js'

export const groupings = ['month', 'topic', 'law', 'agency', 'video'] as const
export type Grouping = (typeof groupings)[number]

export interface CountedRow {
  /** Of the topic, law, agency (null: of none) or video; the month as YYYY-MM. */
  key: string | null
  /** Videos that were viewed. */
  videoCount: number
  publishedCount: number
  views: number
  watchedSeconds: number
}

type Query = DatabaseQueryBuilderContract

/** Two ties of a video to one law are one tie here. */
const tiesToLaws =
  'inner join (select distinct video_id, law_id from tags) as ties on ties.video_id = videos.id'

const joined: Record<Exclude<Grouping, 'month'>, { column: string; join?: (videos: Query) => Query }> = {
  topic: {
    column: 'video_topics.topic_id',
    join: (videos) => videos.join('video_topics', 'video_topics.video_id', 'videos.id'),
  },
  law: { column: 'ties.law_id', join: (videos) => videos.joinRaw(tiesToLaws) },
  agency: { column: 'videos.agency_id' },
  video: { column: 'videos.id' },
}

/** What was viewed and published in the period, in two queries whatever there is; in no order. */
export async function countRows(by: Grouping, period: Period, scope: Scope): Promise<CountedRow[]> {
  const published = await publishedCounts(by, period, scope)
  const rows = new Map<string | null, CountedRow>()
  for (const row of await viewedRows(by, period, scope)) {
    rows.set(row.key, { ...row, publishedCount: published.get(row.key) ?? 0 })
  }
  for (const [key, publishedCount] of published) {
    if (!rows.has(key)) rows.set(key, { key, videoCount: 0, publishedCount, views: 0, watchedSeconds: 0 })
  }
  return [...rows.values()]
}

export const viewsIn = ({ from, to }: Period, scope: Scope) =>
  scope(db.from('video_views').join('videos', 'videos.id', 'video_views.video_id')).whereBetween(
    'video_views.day',
    [from, to]
  )

async function viewedRows(by: Grouping, period: Period, scope: Scope) {
  const views = viewsIn(period, scope)
  if (by !== 'month') void joined[by].join?.(views)
  const column = by === 'month' ? 'substr(video_views.day, 1, 7)' : joined[by].column
  const rows = await views
    .groupByRaw(column)
    .select(db.raw(`${column} as key`))
    .sum('video_views.count as views')
    .sum('video_views.watched_seconds as watched')
    .countDistinct('video_views.video_id as videos')
  return rows.map((row) => ({
    key: textOf(row.key),
    videoCount: Number(row.videos),
    views: Number(row.views),
    watchedSeconds: Number(row.watched),
  }))
}

export function publishedIn(period: Period, scope: Scope) {
  const { start, end } = momentsOf(period)
  return scope(db.from('videos'))
    .where('videos.status', 'published')
    .where('videos.published_at', '>=', start)
    .where('videos.published_at', '<', end)
}

async function publishedCounts(
  by: Grouping,
  period: Period,
  scope: Scope
): Promise<Map<string | null, number>> {
  const videos = publishedIn(period, scope)
  if (by === 'month')
    return byMonth((await videos.select('videos.published_at as at')) as { at: string | Date }[])
  void joined[by].join?.(videos)
  const rows = await videos
    .groupBy(joined[by].column)
    .select(`${joined[by].column} as key`)
    .countDistinct('videos.id as count')
  return new Map(rows.map(({ key, count }) => [textOf(key), Number(count)]))
}

/** Months are Vietnam's, which a database would have to be told. */
function byMonth(rows: { at: string | Date }[]): Map<string, number> {
  const months = Map.groupBy(rows, ({ at }) => todayInVietnam(readInstant(at).toJSDate()).slice(0, 7))
  return new Map([...months].map(([month, found]) => [month, found.length]))
}

const textOf = (key: unknown) => (key === null || key === undefined ? null : String(key))
