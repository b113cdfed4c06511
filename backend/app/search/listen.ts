import emitter from '@adonisjs/core/services/emitter'
import logger from '@adonisjs/core/services/logger'
import { VideoChanged, VideoPublished } from '#app/videos/video_events'
import { indexVideo } from './index_video.js'

/** The index follows the videos. One that is withdrawn is no longer found, and one that is deleted takes its row with it. */
emitter.on(VideoChanged, follow)
emitter.on(VideoPublished, follow)

/** What was done to the video stands, whatever becomes of the index: `search:reindex` mends that. */
async function follow({ videoId }: { videoId: string }) {
  try {
    await indexVideo(videoId)
  } catch (error) {
    logger.error({ err: error, videoId }, 'search: a video could not be indexed')
  }
}
