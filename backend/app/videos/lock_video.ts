import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import Video from './video.js'

/**
 * The video as it stands, its row kept from others until the transaction ends. By an update that changes nothing, since
 * SQLite knows no row locks and takes its one lock at the first write. Null where it has been deleted.
 */
export async function lockVideo(trx: TransactionClientContract, videoId: string): Promise<Video | null> {
  await trx.from('videos').where('id', videoId).update({ id: videoId })
  return Video.find(videoId, { client: trx })
}
