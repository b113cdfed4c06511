import type { TranscodeResult } from '@hub/transcoder'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import User from '#app/accounts/user'
import { finishTranscode } from '#app/transcoding/finish_transcode'
import { addRevision } from '#app/videos/add_revision'
import Revision from '#app/videos/revision'
import Transcode, { type TranscodeState } from '#app/videos/transcode'
import Video from '#app/videos/video'
import { givenTree } from './trees.js'

/** A file that was sent for the video, with its transcode, as the last byte of an upload leaves them (but for the job). */
export async function givenReceivedFile(video: Video, sender?: User, state: TranscodeState = 'running') {
  const receivedFromId = sender?.id ?? video.ownerId
  const source = { sourceKey: `uploads/${video.id}`, sourceFilename: 'moi.mp4', sourceSizeBytes: 1000 }
  return db.transaction(async (trx) => {
    const revision = await addRevision(trx, video, { ...source, receivedAt: DateTime.utc(), receivedFromId })
    const queued = { revisionId: revision.id, state, attempt: 1, progress: 0, enqueuedAt: DateTime.utc() }
    const transcode = await Transcode.create(queued, { client: trx })
    return { revisionId: revision.id, transcodeId: transcode.id }
  })
}

export const result = (durationSeconds: number) =>
  ({
    durationSeconds,
    width: 426,
    height: 240,
    orientation: 'landscape',
    hasAudio: false,
    playlistName: 'master.m3u8',
    posterName: 'poster.jpg',
    decisions: {},
    renditions: [],
  }) as unknown as TranscodeResult

/** The end of its transcode, the way the worker tells it. */
export async function finish(received: { revisionId: string; transcodeId: string }, durationSeconds = 100) {
  const revision = await Revision.findOrFail(received.revisionId)
  const video = await Video.findOrFail(revision.videoId)
  await givenTree(video, revision.id)
  await db.transaction((trx) => finishTranscode(trx, received.transcodeId, result(durationSeconds)))
}
