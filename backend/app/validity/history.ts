import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import Video from '#app/videos/video'
import { DateTime } from 'luxon'
import type { Change } from './validity_decision.js'
import { hubMoment } from './validity_turn.js'

/**
 * “Lịch sử”: the video stays published and can be watched, with a banner, from the pages of its laws and by its own
 * address; lists, search and counts leave it out.
 */
export async function putIntoHistory(videoId: string, trx: TransactionClientContract): Promise<Change[]> {
  const video = await Video.query({ client: trx }).where('id', videoId).forUpdate().firstOrFail()
  const before = iso(video.historicalSince)
  if (before) return []
  await video.useTransaction(trx).merge({ historicalSince: hubMoment() }).save()
  return [{ what: 'video', id: videoId, before, after: iso(video.historicalSince) }]
}

/** False where it has left the history, or entered it again, since. */
export async function restoreVideo(
  { id, before, after }: Extract<Change, { what: 'video' }>,
  trx: TransactionClientContract
): Promise<boolean> {
  const video = await Video.query({ client: trx }).where('id', id).forUpdate().first()
  if (!video || iso(video.historicalSince) !== after) return false
  const historicalSince = before ? DateTime.fromISO(before, { zone: 'utc' }) : null
  await video.useTransaction(trx).merge({ historicalSince }).save()
  return true
}

const iso = (at: DateTime | null | undefined) => at?.toUTC().toISO() ?? null
