import emitter from '@adonisjs/core/services/emitter'
import logger from '@adonisjs/core/services/logger'
import ReviewRecord from '#app/videos/review_record'
import Video from '#app/videos/video'
import { StepRecorded } from '#app/videos/video_events'
import { addressees } from './addressees.js'
import { noticesOfSteps } from './notice_kinds.js'
import { notify } from './notify.js'

/** What was done stands, whoever could not be told of it. */
emitter.on(StepRecorded, async ({ recordId }) => {
  try {
    await tellOfStep(recordId)
  } catch (error) {
    logger.error({ err: error, recordId }, 'notices: nobody could be told of a step')
  }
})

async function tellOfStep(recordId: string): Promise<void> {
  const record = await ReviewRecord.find(recordId)
  const told = record && noticesOfSteps[record.action]
  if (!record || !told) return
  const video = await Video.find(record.videoId)
  if (!video) return
  const people = await addressees(video, told.to)
  await notify(
    people.filter((id) => id !== record.actorId),
    {
      kind: told.kind,
      key: `step:${record.id}`,
      videoId: video.id,
      // The reason of a failure is a code, which is for programs
      params: {
        reason: told.kind === 'job_failed' ? null : record.reason,
        atSeconds: record.atSeconds,
        name: record.detail,
      },
    }
  )
}
