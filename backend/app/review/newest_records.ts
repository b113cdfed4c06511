import db from '@adonisjs/lucid/services/db'
import type { Page, Paged } from '#app/core/answers'
import DeletedVideo from '#app/videos/deleted_video'
import { recordView } from '#app/videos/record_view'
import ReviewRecord from '#app/videos/review_record'
import { deletionOf, startOfDay, startOfNextDay, titlesOf, type ExportedLine } from './exported_records.js'
import type { RecordPeriod } from './exported_records.js'

/**
 * What was done to videos, the newest first, to be read page by page. Of a deleted video only that it was deleted, and
 * by whom: its lines lie together in one row, and go out with the files.
 */
export async function newestRecords(period: RecordPeriod & Page): Promise<Paged<ExportedLine>> {
  const { page, perPage } = period
  const [{ count }] = await bothKinds(period).count('* as count')
  const places = await bothKinds(period)
    .select('id')
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(perPage)
    .offset((page - 1) * perPage)
  const lines = await linesOf(places.map(({ id }) => String(id)))
  // What was deleted between the two questions is gone from the page
  const items = places.flatMap(({ id }) => lines.get(String(id)) ?? [])
  return { items, total: Number(count), page, perPage }
}

function bothKinds({ from, to, videoId }: RecordPeriod) {
  const deletions = db.from('deleted_videos').select('id', 'deleted_at as at')
  const lines = db.from('review_records').select('id', 'at')
  if (videoId) {
    deletions.where('id', videoId)
    lines.where('video_id', videoId)
  }
  lines.unionAll(deletions)
  const both = db.from(lines.as('lines'))
  if (from) both.where('at', '>=', startOfDay(from))
  if (to) both.where('at', '<', startOfNextDay(to))
  return both
}

async function linesOf(ids: string[]): Promise<Map<string, ExportedLine>> {
  const records = await ReviewRecord.query().whereIn('id', ids).preload('actor')
  const deleted = await DeletedVideo.query().whereIn('id', ids)
  const titles = await titlesOf([...new Set(records.map(({ videoId }) => videoId))])
  return new Map<string, ExportedLine>([
    ...records.map((record): [string, ExportedLine] => {
      const { videoId } = record
      return [record.id, { videoId, videoTitle: titles.get(videoId) ?? '', ...recordView(record) }]
    }),
    ...deleted.map((video): [string, ExportedLine] => [
      video.id,
      { videoId: video.id, videoTitle: video.title, ...deletionOf(video) },
    ]),
  ])
}
