import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import logger from '@adonisjs/core/services/logger'
import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { makePosterAt, mediaName, segmentAt } from '@hub/transcoder'
import { storage } from '#app/core/media_storage'
import type { JobWorker, RunningJob } from '#app/jobs/queue'
import { lockVideo } from '#app/videos/lock_video'
import { forgetPoster, showPoster } from '#app/videos/poster'
import Rendition from '#app/videos/rendition'
import Revision from '#app/videos/revision'
import { VideoChanged } from '#app/videos/video_events'
import type { PosterPayload } from './choose_poster.js'
import { isFinal } from './make_revision.js'
import { withScratch } from './scratch.js'

/** Makes the posters that people ask for, out of the stored top rung. */
export const posterWorker: JobWorker<PosterPayload> = {
  async handle(job) {
    const { revisionId, request, atSeconds } = job.payload
    const revision = await Revision.find(revisionId)
    // Deleted meanwhile, or another picture has been asked for since
    if (revision?.posterRequest !== request) return job.complete(async () => {})
    // A name of its own: caches keep published pictures for long
    const name = `poster-${request}.jpg`
    try {
      await makePoster(job, revision, name)
    } catch (error) {
      if (!isFinal(error)) throw error
      logger.info({ err: error, detail: error.detail, revisionId }, 'a poster could not be made')
      return job.complete((trx) => failPoster(trx, job.payload))
    }
    let old: string | null = name
    await job.complete(async (trx) => {
      const now = await lockedRevision(trx, job.payload)
      // Nobody waits for it any more
      old = now ? await showPoster(trx, now, name, atSeconds) : name
    })
    await forgetPoster(revision, old)
    await VideoChanged.dispatch(revision.videoId)
  },

  async exhausted(job) {
    await db.transaction((trx) => failPoster(trx, job.payload))
  },
}

async function makePoster(job: RunningJob<PosterPayload>, revision: Revision, name: string): Promise<void> {
  const { signal } = job
  const rungs = await Rendition.query().where({ revisionId: revision.id, kind: 'video' })
  const top = rungs.sort((a, b) => b.width! * b.height! - a.width! * a.height!)[0]!
  const folder = `${revision.privatePrefix}${top.name}/`
  const playlist = await text((await storage.get(folder + mediaName)).stream)
  const place = segmentAt(playlist, job.payload.atSeconds)
  if (!place) throw new Error(`${folder}${mediaName} names no segments`)
  await withScratch({ name: `poster-${job.id}-${job.attempt}`, sourceSizeBytes: 0 }, async (scratch) => {
    const [init, segment] = await Promise.all(
      [place.initUri, place.uri].map((uri) => storage.localFile(folder + uri, { directory: scratch, signal }))
    )
    const room = join(scratch, 'out')
    await mkdir(room)
    const { offsetSeconds } = place
    const picture = { initPath: init!.path, segmentPath: segment!.path, offsetSeconds }
    try {
      const path = await makePosterAt(room, picture, signal)
      await storage.putFile(revision.privatePrefix + name, path, { contentType: 'image/jpeg', signal })
    } finally {
      await Promise.all([init!.release(), segment!.release()])
    }
  })
}

/** The revision with its video locked; null where this is not what is being waited for. */
async function lockedRevision(trx: TransactionClientContract, payload: PosterPayload) {
  const { videoId } = (await Revision.find(payload.revisionId, { client: trx })) ?? {}
  if (!videoId || !(await lockVideo(trx, videoId))) return null
  const revision = await Revision.find(payload.revisionId, { client: trx })
  return revision?.posterRequest === payload.request ? revision : null
}

/** What is shown stays; whoever asked is told. */
async function failPoster(trx: TransactionClientContract, payload: PosterPayload): Promise<void> {
  const revision = await lockedRevision(trx, payload)
  await revision?.useTransaction(trx).merge({ posterState: 'failed', posterRequest: null }).save()
}
