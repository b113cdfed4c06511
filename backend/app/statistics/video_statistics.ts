import db from '@adonisjs/lucid/services/db'
import type Revision from '#app/videos/revision'
import type Video from '#app/videos/video'
import { partCount } from './count_viewing.js'
import { monthsOf, type Period } from './period.js'
import type { Scope } from './scope.js'
import { hostsIn, totalsOf, viewsByDay } from './statistics_totals.js'

/** The numbers of one video; the curve is of the revision that is shown now, by whole months. */
export async function videoStatistics(video: Video, period: Period) {
  const scope: Scope = (videos) => videos.where('videos.id', video.id)
  const { views, watchedSeconds } = await totalsOf(period, scope)
  return {
    ...period,
    views,
    watchedSeconds,
    viewsEver: video.viewCount,
    days: await viewsByDay(period, scope),
    retention: await retentionOf(video.currentRevision as Revision | null, period),
    hosts: await hostsIn(period, scope),
  }
}

async function retentionOf(revision: Revision | null, period: Period) {
  const { first, last } = monthsOf(period)
  const id = revision?.id ?? ''
  const viewings = await db
    .from('revision_viewings')
    .where('revision_id', id)
    .whereBetween('month', [first, last])
    .sum('count as count')
    .first()
  const rows = await db
    .from('revision_parts')
    .where('revision_id', id)
    .whereBetween('month', [first, last])
    .groupBy('part')
    .select('part')
    .sum('count as count')
  const counts = new Map(rows.map(({ part, count }) => [Number(part), Number(count)]))
  return {
    durationSeconds: revision?.durationSeconds ?? null,
    viewings: Number(viewings.count ?? 0),
    parts: Array.from({ length: partCount }, (_, part) => counts.get(part) ?? 0),
  }
}
