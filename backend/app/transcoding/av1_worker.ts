import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import logger from '@adonisjs/core/services/logger'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { transcodeAv1, type TranscodedRendition, withAv1 } from '@hub/transcoder'
import { storage } from '#app/core/media_storage'
import type { JobWorker, RunningJob } from '#app/jobs/queue'
import { lockVideo } from '#app/videos/lock_video'
import Rendition from '#app/videos/rendition'
import Revision from '#app/videos/revision'
import type { Av1Payload } from './av1.js'
import { isFinal } from './make_revision.js'
import { withScratch } from './scratch.js'

/** Adds AV1 to a tree that is whole and public. What cannot be made is no failure of the video: it plays as it did. */
export const av1Worker: JobWorker<Av1Payload> = {
  async handle(job) {
    const revision = await Revision.find(job.payload.revisionId)
    // Deleted, withdrawn or replaced while the job waited
    if (!revision?.isPublic || revision.files?.av1) return job.complete(async () => {})
    let made: TranscodedRendition[]
    try {
      made = await makeAv1(job, revision)
    } catch (error) {
      if (!isFinal(error)) throw error
      logger.warn({ err: error, detail: error.detail, revisionId: revision.id }, 'no AV1 could be made')
      return job.complete(async () => {})
    }
    const isCopied = await publishFolders(revision.id, made)
    let isShown = false
    await job.complete(async (trx) => {
      isShown = await showAv1(trx, revision.id, made)
      // Withdrawn and published again in these moments: the next attempt copies the folders too
      if (isShown && !isCopied) throw new Error('published while AV1 was being made')
    })
    if (!isShown) for (const { name } of made) await storage.deletePrefix(`${revision.publicPrefix}${name}/`)
  },

  async exhausted(job, error) {
    logger.warn({ revisionId: job.payload.revisionId, error }, 'no AV1 could be made')
  },
}

async function makeAv1(job: RunningJob<Av1Payload>, revision: Revision): Promise<TranscodedRendition[]> {
  const { signal } = job
  const name = `av1-${job.id}-${job.attempt}`
  return withScratch({ name, sourceSizeBytes: revision.sourceSizeBytes }, async (scratch) => {
    const source = await storage.localFile(revision.sourceKey, { directory: scratch, signal })
    const outputDirectory = join(scratch, 'out')
    await mkdir(outputDirectory)
    try {
      return await transcodeAv1({
        sourcePath: source.path,
        outputDirectory,
        signal,
        onFile: (file) =>
          storage.putFile(revision.privatePrefix + file.name, file.path, {
            contentType: file.contentType,
            signal,
          }),
      })
    } finally {
      await source.release()
    }
  })
}

/** Before the row is locked, because it takes a while; no playlist names them yet. */
async function publishFolders(revisionId: string, made: TranscodedRendition[]): Promise<boolean> {
  const revision = await Revision.find(revisionId)
  if (!revision?.isPublic) return false
  for (const { name } of made) {
    const copying = { last: (key: string) => key.endsWith('.m3u8'), concurrency: 16 }
    await storage.copyPrefix(`${revision.privatePrefix}${name}/`, `${revision.publicPrefix}${name}/`, copying)
  }
  return true
}

/**
 * With the video's row locked, so that no playlist is written into public/ of what is being taken down.
 * @returns whether it is public now
 */
async function showAv1(
  trx: TransactionClientContract,
  revisionId: string,
  made: TranscodedRendition[]
): Promise<boolean> {
  const { videoId } = (await Revision.find(revisionId, { client: trx })) ?? {}
  if (!videoId || !(await lockVideo(trx, videoId))) return false
  const revision = await Revision.findOrFail(revisionId, { client: trx })
  const sounds = await Rendition.query({ client: trx }).where({ revisionId, kind: 'audio' })
  const most = (rate: 'bandwidthBps' | 'averageBandwidthBps') =>
    Math.max(0, ...sounds.map((sound) => sound[rate]))
  const soundBps = {
    bandwidthBps: most('bandwidthBps'),
    averageBandwidthBps: most('averageBandwidthBps'),
  }
  const prefixes = [revision.privatePrefix, ...(revision.isPublic ? [revision.publicPrefix] : [])]
  for (const prefix of prefixes) {
    const key = prefix + revision.files!.playlist
    const old = await text((await storage.get(key)).stream)
    await storage.put(key, withAv1(old, made, soundBps), { contentType: 'application/vnd.apple.mpegurl' })
  }
  const files = { ...revision.files!, av1: made.map(({ name }) => name) }
  await revision.useTransaction(trx).merge({ files }).save()
  return revision.isPublic
}
