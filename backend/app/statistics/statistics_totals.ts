import db from '@adonisjs/lucid/services/db'
import { publishedIn, viewsIn } from './count_rows.js'
import { daysOf, monthsOf, type Period } from './period.js'
import type { Scope } from './scope.js'

/** For a longer period a curve by days says nothing that months do not say better. */
const mostDays = 370

/** `publishedNow`: of the videos that are published today, whenever that was. */
export async function totalsOf(period: Period, scope: Scope) {
  const viewed = await viewsIn(period, scope)
    .sum('video_views.count as views')
    .sum('video_views.watched_seconds as watched')
    .countDistinct('video_views.video_id as videos')
    .first()
  const published = await publishedIn(period, scope).count('* as count').first()
  const now = await scope(db.from('videos')).where('videos.status', 'published').count('* as count').first()
  return {
    views: Number(viewed?.views ?? 0),
    watchedSeconds: Number(viewed?.watched ?? 0),
    videoCount: Number(viewed?.videos ?? 0),
    publishedCount: Number(published?.count ?? 0),
    publishedNow: Number(now?.count ?? 0),
  }
}

/** The views of each day, also of those without any; none for a long period. */
export async function viewsByDay(period: Period, scope: Scope) {
  const days = daysOf(period)
  if (days.length > mostDays) return []
  const rows = await viewsIn(period, scope)
    .groupBy('video_views.day')
    .select('video_views.day as day')
    .sum('video_views.count as views')
  const views = new Map(rows.map((row) => [row.day, Number(row.views)]))
  return days.map((day) => ({ day, views: views.get(day) ?? 0 }))
}

/** By the months that the period touches; an empty host stands for all that were not kept apart. */
export async function hostsIn(period: Period, scope: Scope) {
  const { first, last } = monthsOf(period)
  const rows = await scope(db.from('embed_hosts').join('videos', 'videos.id', 'embed_hosts.video_id'))
    .whereBetween('embed_hosts.month', [first, last])
    .groupBy('embed_hosts.host')
    .select('embed_hosts.host as host')
    .sum('embed_hosts.count as viewings')
    .countDistinct('embed_hosts.video_id as videos')
  return rows
    .map(({ host, viewings, videos }) => ({
      host: String(host),
      viewings: Number(viewings),
      videoCount: Number(videos),
    }))
    .sort((a, b) => b.viewings - a.viewings || a.host.localeCompare(b.host))
}

/** What was searched for and not found, by the months that the period touches, the most frequent first. */
export async function unfoundSearches(period: Period, most = 1000) {
  const { first, last } = monthsOf(period)
  const rows = await db
    .from('unfound_searches')
    .whereBetween('month', [first, last])
    .groupBy('query')
    .select('query')
    .min('written as written')
    .max('month as last_month')
    .sum('count as times')
    .orderBy('times', 'desc')
    .orderBy('query')
    .limit(most)
  return rows.map(({ written, times, last_month: lastMonth }) => ({
    query: String(written),
    count: Number(times),
    lastMonth: String(lastMonth),
  }))
}
