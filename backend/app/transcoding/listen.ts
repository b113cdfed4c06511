import emitter from '@adonisjs/core/services/emitter'
import logger from '@adonisjs/core/services/logger'
import { VideoPublished } from '#app/videos/video_events'
import { offerAv1 } from './av1.js'

/** The publication stands, whatever becomes of the further form of it. */
emitter.on(VideoPublished, async ({ videoId }) => {
  try {
    await offerAv1(videoId)
  } catch (error) {
    logger.error({ err: error, videoId }, 'av1: the job could not be queued')
  }
})
