import logger from '@adonisjs/core/services/logger'
import type { JobWorker, RunningJob } from '#app/jobs/queue'
import { isFinal } from '#app/transcoding/make_revision'
import CaptionTrack from '#app/videos/caption_track'
import Revision from '#app/videos/revision'
import { VideoChanged } from '#app/videos/video_events'
import { placeSubtitles } from '#app/videos/place_subtitles'
import { lockVideo } from '#app/videos/lock_video'
import { findTrack } from './change_captions.js'
import { importCaptions } from './import_captions.js'
import { describeTrack } from './language.js'
import { ownCommand } from './own_command.js'
import type { Cue } from './read_captions.js'
import Recognition from './recognition.js'
import { RecognitionError, type RecognitionFailure } from './recognition_error.js'
import { runCaptionCommand } from './run_caption_command.js'
import { isWorkOfPeople, type RecognitionPayload } from './start_recognition.js'
import { withSpeech } from './with_speech.js'
import { writeWebVtt } from './write_captions.js'

/** What recognisers are trained on. */
const sampleRate = 16_000
/** For loading its model, and what a slow machine needs for each second of sound. */
const timeLimitSeconds = (durationSeconds: number) => 600 + 20 * durationSeconds

/** Makes captions with the office's own program. They are a draft until somebody has checked them. */
export const recognitionWorker: JobWorker<RecognitionPayload> = {
  async handle(job) {
    const recognition = await Recognition.find(job.payload.recognitionId)
    const revision = recognition ? await Revision.find(recognition.revisionId) : null
    if (!recognition || !revision) return job.complete(async () => {})
    await job.guard(async (trx) => {
      await recognition.useTransaction(trx).merge({ state: 'running' }).save()
    })
    try {
      await keep(job, recognition, await recognise(job, recognition, revision))
    } catch (error) {
      const code =
        error instanceof RecognitionError ? error.code : isFinal(error) ? 'E_RECOGNITION_FAILED' : null
      if (!code) throw error
      logger.warn({ err: error, recognitionId: recognition.id }, 'no captions could be made')
      return job.complete(async (trx) => {
        await Recognition.query({ client: trx }).where('id', recognition.id).update(failure(code))
      })
    }
    await VideoChanged.dispatch(recognition.videoId)
  },

  async exhausted(job) {
    await Recognition.query().where('id', job.payload.recognitionId).update(failure('E_RECOGNITION_FAILED'))
  },
}

const failure = (errorCode: RecognitionFailure) => ({ state: 'failed', errorCode })

async function recognise(
  job: RunningJob<RecognitionPayload>,
  { lang }: Recognition,
  revision: Revision
): Promise<Cue[]> {
  const command = ownCommand()
  if (!command) throw new RecognitionError('E_RECOGNITION_OFF', 'CAPTION_COMMAND is not set for this worker')
  const { signal } = job
  const name = `captions-${job.id}-${job.attempt}`
  const file = await withSpeech(revision, { name, sampleRate, signal }, (audioPath, folder) => {
    const timeoutSeconds = timeLimitSeconds(revision.durationSeconds ?? 0)
    return runCaptionCommand({ command, lang, audioPath, folder, timeoutSeconds, signal })
  })
  try {
    return (await importCaptions(file, lang)).cues
  } catch (cause) {
    throw new RecognitionError('E_CAPTION_COMMAND_OUTPUT', 'what was written is no captions', { cause })
  }
}

/** Unless somebody has written captions meanwhile, which are better. */
async function keep(job: RunningJob<RecognitionPayload>, { id, videoId, lang }: Recognition, cues: Cue[]) {
  await job.complete(async (trx) => {
    const video = await lockVideo(trx, videoId)
    const recognition = await Recognition.find(id, { client: trx })
    // Called off or deleted meanwhile
    if (!video || !recognition) return
    if (await isWorkOfPeople(trx, videoId, lang)) {
      await recognition.useTransaction(trx).merge({ state: 'failed', errorCode: 'E_CAPTIONS_EXIST' }).save()
      return
    }
    const track = (await findTrack(videoId, lang, trx)) ?? new CaptionTrack().merge({ videoId, lang })
    const made = { webVtt: writeWebVtt(cues), needsCheck: false, isMachineMade: true }
    await track
      .useTransaction(trx)
      .merge({ ...describeTrack(lang), ...made })
      .save()
    await recognition.useTransaction(trx).delete()
    await placeSubtitles(trx, video)
  })
}
