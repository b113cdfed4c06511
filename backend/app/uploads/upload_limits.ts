import { statfs } from 'node:fs/promises'
import { HubError, invalid } from '#app/core/hub_error'
import { storage } from '#app/core/media_storage'
import env from '#start/env'

/** What a producer may send at once; a long skit from a phone is well below 2 GB. */
export const maxUploadBytes = env.get('UPLOAD_MAX_BYTES') ?? 8 * 1024 ** 3

export const uploadTooLarge = () =>
  new HubError('E_UPLOAD_TOO_LARGE', 413, {
    params: { maxGigabytes: (maxUploadBytes / 1024 ** 3).toFixed(1) },
  })

/** How long an unfinished upload is kept: over a long weekend with a holiday. */
export const uploadLifetimeDays = 7

/** Refuses what cannot be taken before its first byte is sent. Renditions need about as much room again as the source. */
export async function checkUploadSize(sizeBytes: number): Promise<void> {
  if (sizeBytes <= 0) throw invalid('E_UPLOAD_EMPTY', 'Upload-Length')
  if (sizeBytes > maxUploadBytes) throw uploadTooLarge()
  if (storage.driver !== 'disk') return
  const { bavail, bsize } = await statfs(env.get('DATA_DIR'))
  if (bavail * bsize < sizeBytes * 2 + 512 * 1024 ** 2) throw new HubError('E_DISK_FULL', 507)
}
