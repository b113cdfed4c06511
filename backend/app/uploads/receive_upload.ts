import { DateTime } from 'luxon'
import { startTranscode } from '#app/transcoding/start_transcode'
import { addRevision } from '#app/videos/add_revision'
import Video from '#app/videos/video'
import Upload from './upload.js'

/**
 * The last byte is here: in one transaction the upload is closed, the revision made and its transcode enqueued.
 * Called again for an upload that is closed already, it does nothing.
 */
export async function receiveUpload(id: string): Promise<void> {
  await Upload.transaction(async (trx) => {
    const upload = await Upload.query({ client: trx }).where('id', id).forUpdate().firstOrFail()
    if (upload.completedAt) return
    upload.completedAt = DateTime.utc()
    await upload.useTransaction(trx).save()
    const video = await Video.query({ client: trx }).where('id', upload.videoId).forUpdate().firstOrFail()
    const revision = await addRevision(trx, video, {
      sourceKey: upload.storageKey,
      sourceFilename: upload.filename,
      sourceSizeBytes: upload.sizeBytes,
      receivedAt: upload.completedAt,
      receivedFromId: upload.userId,
    })
    await startTranscode(trx, video, revision)
  })
}
