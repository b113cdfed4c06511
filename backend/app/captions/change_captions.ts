import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { notFound } from '#app/core/hub_error'
import CaptionTrack from '#app/videos/caption_track'
import { lockVideo } from '#app/videos/lock_video'
import { placeSubtitles } from '#app/videos/place_subtitles'
import type Video from '#app/videos/video'

/** The rows and the subtitles in the video's trees change together, with the video's row locked. */
export function changeCaptions<T>(
  videoId: string,
  change: (trx: TransactionClientContract, video: Video) => Promise<T>
): Promise<T> {
  return db.transaction(async (trx) => {
    const video = await lockVideo(trx, videoId)
    if (!video) throw notFound()
    const changed = await change(trx, video)
    await placeSubtitles(trx, video)
    return changed
  })
}

export const findTrack = (videoId: string, lang: string, trx?: TransactionClientContract) =>
  CaptionTrack.query({ client: trx }).where({ videoId, lang }).first()
