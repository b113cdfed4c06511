import logger from '@adonisjs/core/services/logger'
import db from '@adonisjs/lucid/services/db'
import { indexVideo } from './index_video.js'

/**
 * Indexes the videos that the index does not know, as after an upgrade that changed its form; `search:reindex` does all.
 * One that fails is told of and does not keep the others from it.
 *
 * @returns how many were indexed
 */
export async function indexMissing(signal?: AbortSignal): Promise<number> {
  const known = db.from('search_entries').select('video_id')
  const missing: { id: string }[] = await db.from('videos').select('id').whereNotIn('id', known).orderBy('id')
  let indexed = 0
  for (const { id } of missing) {
    if (signal?.aborted) break
    try {
      await indexVideo(id)
      indexed++
    } catch (error) {
      logger.error({ err: error, videoId: id }, 'search: a video could not be indexed')
    }
  }
  return indexed
}
