import { constants, type Stats } from 'node:fs'
import { open } from 'node:fs/promises'
import { addAbortSignal } from 'node:stream'
import { contentTypeOf } from '../content_type.js'
import { StorageError, throwIfAborted } from '../errors.js'
import { resolveRange } from '../range.js'
import type { GetOptions, ObjectBody, ObjectInfo } from '../types.js'
import { isMissing } from './disk_errors.js'
import { etagOf } from './disk_types.js'

// never through a link, and never waiting for the writer of a pipe; Windows has neither flag
const FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)

/** Opens once and answers from that handle, so size and bytes belong together while the object is being replaced. */
export async function openObject(
  key: string,
  path: string,
  { range: asked, signal }: GetOptions,
  infoOf: (stats: Stats) => Promise<ObjectInfo>
): Promise<ObjectBody> {
  throwIfAborted(signal, key)
  const file = await open(path, FLAGS).catch((cause: unknown) => {
    if (isMissing(cause)) throw new StorageError('E_OBJECT_NOT_FOUND', key, { cause })
    throw cause
  })
  try {
    const stats = await file.stat()
    if (!stats.isFile()) throw new StorageError('E_OBJECT_NOT_FOUND', `${key} is a folder`)
    const range = asked && resolveRange(key, asked, stats.size)
    const info = await infoOf(stats)
    const stream = file.createReadStream({ ...range, highWaterMark: 256 * 1024 })
    if (signal) addAbortSignal(signal, stream)
    return { stream, info, ...(range && { range }) }
  } catch (error) {
    await file.close()
    throw error
  }
}

/** What the file system tells; the content type is that of the extension. */
export function objectInfo(key: string, stats: Stats): ObjectInfo & { etag: string } {
  const { size: sizeBytes, mtime: lastModified } = stats
  return { key, sizeBytes, contentType: contentTypeOf(key), lastModified, etag: etagOf(stats) }
}
