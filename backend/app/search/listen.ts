import emitter from '@adonisjs/core/services/emitter'
import logger from '@adonisjs/core/services/logger'
import db from '@adonisjs/lucid/services/db'
import { LawsRenamed } from '#app/laws/law_events'
import { VideoChanged, VideoPublished } from '#app/videos/video_events'
import { indexVideo } from './index_video.js'

/** The index follows the videos. One that is withdrawn is no longer found, and one that is deleted takes its row with it. */
emitter.on(VideoChanged, follow)
emitter.on(VideoPublished, follow)
emitter.on(LawsRenamed, ({ lawIds }) => followLaws(lawIds))

/** A tie is found by what its law is called. */
async function followLaws(lawIds: readonly string[]) {
  for (let at = 0; at < lawIds.length; at += 500) {
    const cited = db.from('tags').whereIn('law_id', lawIds.slice(at, at + 500))
    const rows: { video_id: string }[] = await cited.distinct('video_id').orderBy('video_id')
    for (const { video_id: videoId } of rows) await follow({ videoId })
  }
}

/** What was done to the video stands, whatever becomes of the index: `search:reindex` mends that. */
async function follow({ videoId }: { videoId: string }) {
  try {
    await indexVideo(videoId)
  } catch (error) {
    logger.error({ err: error, videoId }, 'search: a video could not be indexed')
  }
}
