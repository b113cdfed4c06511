import emitter from '@adonisjs/core/services/emitter'
import logger from '@adonisjs/core/services/logger'
import { LawsChanged } from '#app/laws/law_events'
import { VideoChanged, VideoPublished, VideoUnpublished } from '#app/videos/video_events'
import { reviewChangedLaws, reviewVideo } from './review_laws.js'

/** Nobody waits for the night: a change of the record, of a video's ties or of its standing is followed at once. */
emitter.on(LawsChanged, ({ lawIds }) => follow(() => reviewChangedLaws(lawIds), { lawIds }))
emitter.on(VideoChanged, ({ videoId, formerLawIds }) =>
  follow(() => reviewVideo(videoId, formerLawIds), { videoId })
)
emitter.on(VideoPublished, ({ videoId }) => follow(() => reviewVideo(videoId), { videoId }))
emitter.on(VideoUnpublished, ({ videoId }) => follow(() => reviewVideo(videoId), { videoId }))

/** What was done stands, whatever becomes of the tasks: the daily look mends that. */
async function follow(act: () => Promise<unknown>, facts: object) {
  try {
    await act()
  } catch (error) {
    logger.error({ err: error, ...facts }, 'validity: what follows from a change could not be worked out')
  }
}
