import db from '@adonisjs/lucid/services/db'
import { readInstant } from '#app/core/columns'
import { addDays, type LegalDay } from '#app/core/legal_day'
import DeletedVideo from '#app/videos/deleted_video'
import { recordView, type RecordLine } from '#app/videos/record_view'
import ReviewRecord from '#app/videos/review_record'

export interface RecordPeriod {
  /** Legal days, both included. */
  from?: LegalDay
  to?: LegalDay
  /** The id of one video; also of a deleted one. */
  videoId?: string
}

export interface ExportedLine extends RecordLine {
  videoId: string
  videoTitle: string
}

const atOnce = 500
/** Instants of the legal days' ends, as the database compares them. */
export const startOfDay = (day: LegalDay) => readInstant(`${day}T00:00:00.000+07:00`).toISO()!
export const startOfNextDay = (day: LegalDay) => startOfDay(addDays(day, 1))

/**
 * What was done to videos in a period, in the order of time, read piece by piece so that a record of years needs no
 * memory; then the lines of videos that have been deleted, each closed by its deletion.
 */
export async function* exportedRecords(period: RecordPeriod): AsyncGenerator<ExportedLine> {
  yield* ofVideosThatAreThere(period)
  yield* ofDeletedVideos(period)
}

async function* ofVideosThatAreThere({ from, to, videoId }: RecordPeriod): AsyncGenerator<ExportedLine> {
  let last: ReviewRecord | undefined
  for (;;) {
    const query = ReviewRecord.query().preload('actor').orderBy('at').orderBy('id').limit(atOnce)
    if (from) query.where('at', '>=', startOfDay(from))
    if (to) query.where('at', '<', startOfNextDay(to))
    if (videoId) query.where('videoId', videoId)
    if (last) {
      const at = last.at.toISO()!
      const { id } = last
      query.where(
        (after) =>
          void after.where('at', '>', at).orWhere((same) => void same.where('at', at).where('id', '>', id))
      )
    }
    const records = await query
    const titles = await titlesOf([...new Set(records.map((record) => record.videoId))])
    for (const record of records)
      yield { videoId: record.videoId, videoTitle: titles.get(record.videoId) ?? '', ...recordView(record) }
    last = records.at(-1)
    if (records.length < atOnce) return
  }
}

export async function titlesOf(videoIds: string[]): Promise<Map<string, string>> {
  const rows = await db.from('videos').whereIn('id', videoIds).select('id', 'title')
  return new Map(rows.map(({ id, title }) => [id, title]))
}

async function* ofDeletedVideos({ from, to, videoId }: RecordPeriod): AsyncGenerator<ExportedLine> {
  const deleted = DeletedVideo.query().orderBy('deletedAt').orderBy('id').select('id')
  // Its lines are older than its deletion
  if (from) deleted.where('deletedAt', '>=', startOfDay(from))
  if (videoId) deleted.where('id', videoId)
  const isWithin = ({ at }: { at: string }) =>
    (!from || at >= startOfDay(from)) && (!to || at < startOfNextDay(to))
  for (const { id } of await deleted) {
    const video = await DeletedVideo.findOrFail(id)
    for (const line of [...video.record, deletionOf(video)])
      if (isWithin(line)) yield { ...line, videoId: video.id, videoTitle: video.title }
  }
}

export const deletionOf = (video: DeletedVideo): RecordLine => ({
  id: video.id,
  action: 'deleted',
  fromStatus: video.status,
  toStatus: null,
  reason: null,
  detail: null,
  atSeconds: null,
  actor: video.deletedBy === null ? null : { id: video.deletedBy, fullName: video.deletedByName ?? '' },
  at: video.deletedAt.toISO()!,
})
