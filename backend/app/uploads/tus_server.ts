import { HttpContext } from '@adonisjs/core/http'
import { FileStore } from '@tus/file-store'
import { S3Store } from '@tus/s3-store'
import { ERRORS, Server } from '@tus/server'
import { describeError } from '#app/core/describe_error'
import { newId } from '#app/core/ids'
import { HubError } from '#app/core/hub_error'
import { storageConfig } from '#app/core/media_storage'
import { siteOrigin } from '#app/core/site_origin'
import { createUpload, findOwnUpload } from './create_upload.js'
import { receiveUpload } from './receive_upload.js'
import { maxUploadBytes, uploadLifetimeDays, uploadTooLarge } from './upload_limits.js'

const prefix = 'uploads/'
const expirationPeriodInMilliseconds = uploadLifetimeDays * 24 * 3600 * 1000

/** Bytes go straight to the chosen storage, under uploads/. */
function openStore() {
  if (storageConfig.driver === 'disk') {
    return new FileStore({ directory: storageConfig.root, expirationPeriodInMilliseconds })
  }
  const { accessKeyId, secretAccessKey, bucket, endpoint, forcePathStyle, region } = storageConfig
  return new S3Store({
    partSize: 8 * 1024 ** 2,
    useTags: false,
    expirationPeriodInMilliseconds,
    s3ClientConfig: {
      bucket,
      endpoint,
      region,
      forcePathStyle,
      credentials: { accessKeyId, secretAccessKey },
      // Newer defaults send trailing checksums, which Ceph refuses or stores as an encoding of the object
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
    },
  })
}

export const tusStore = openStore()

export const tusServer = new Server({
  path: '/api/v1/uploads',
  datastore: tusStore,
  maxSize: maxUploadBytes,
  namingFunction: () => prefix + newId(),
  generateUrl: (_request, { path, id }) => `${siteOrigin()}${path}/${id.slice(prefix.length)}`,
  getFileIdFromRequest: (_request, lastPath) =>
    lastPath && /^[a-z0-9]{20}$/.test(lastPath) ? prefix + lastPath : undefined,
  // A finished upload is a revision's source
  disableTerminationForFinishedUploads: true,
  async onIncomingRequest(request, id) {
    if (request.method !== 'POST') await findOwnUpload(HttpContext.getOrFail(), id.slice(prefix.length))
  },
  async onUploadCreate(_request, upload) {
    await createUpload(HttpContext.getOrFail(), {
      id: upload.id.slice(prefix.length),
      sizeBytes: upload.size,
      videoId: upload.metadata?.videoId,
      filename: upload.metadata?.filename,
    })
    return {}
  },
  async onUploadFinish(_request, upload) {
    await receiveUpload(upload.id.slice(prefix.length))
    return {}
  },
  onResponseError(_request, error) {
    const ctx = HttpContext.getOrFail()
    const { status, errors } = describeError(tusRefusal(error), ctx)
    if (status >= 500) ctx.logger.error({ err: error }, 'an upload failed')
    return { status_code: status, body: JSON.stringify({ errors }) }
  },
})

/** The tus server throws plain objects: they get our codes and sentences, and keep their status (tus 1.0.0, 5.4). */
export function tusRefusal(error: unknown) {
  if (error === ERRORS.ERR_MAX_SIZE_EXCEEDED) return uploadTooLarge()
  if (error === ERRORS.INVALID_TERMINATION) return new HubError('E_TUS_403', 403)
  if (error === ERRORS.ERR_LOCK_TIMEOUT) return new HubError('E_TUS_423', 423)
  const status = (error as { status_code?: number }).status_code
  // An extension that is not offered
  if (status === 501) return new HubError('E_TUS_400', 400)
  return status && status < 500 ? new HubError(`E_TUS_${status}`, status) : error
}
