import { randomUUID } from 'node:crypto'
import { open, rm } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { StorageError, throwIfAborted } from './errors.js'
import type { LocalFile, ObjectInfo, Storage } from './types.js'

const ATTEMPTS = 5

/**
 * Downloads an object into a folder, under a new name with the object's extension. A connection lost on the way is
 * taken up again where it broke, as long as the object is still the same.
 */
export async function download(
  storage: Pick<Storage, 'get'>,
  key: string,
  { directory, signal }: { directory: string; signal?: AbortSignal }
): Promise<LocalFile> {
  const path = join(directory, randomUUID() + extname(key))
  const release = () => rm(path, { force: true })
  const file = await open(path, 'wx')
  try {
    let done = 0
    let first: ObjectInfo | undefined
    for (let attempt = 1; ; attempt++) {
      const range = done > 0 ? { start: done } : undefined
      const { stream, info } = await storage.get(key, { ...(range && { range }), ...(signal && { signal }) })
      first ??= info
      if (info.etag !== first.etag) {
        stream.destroy()
        throw new StorageError('E_STORAGE_FAILED', `${key} was replaced while it was being downloaded`)
      }
      const lost = await append(stream, async (chunk) => {
        await file.write(chunk)
        done += chunk.byteLength
      })
      throwIfAborted(signal, key)
      if (done === info.sizeBytes) break
      if (attempt === ATTEMPTS) throw new StorageError('E_STORAGE_UNAVAILABLE', key, { cause: lost })
    }
    return { path, release }
  } catch (error) {
    await release()
    throw error
  } finally {
    await file.close()
  }
}

/** Writes what arrives; answers the error of the connection, if it broke, and throws those of the disk. */
async function append(stream: AsyncIterable<Uint8Array>, write: (chunk: Uint8Array) => Promise<void>) {
  const chunks = stream[Symbol.asyncIterator]()
  for (;;) {
    let next: IteratorResult<Uint8Array>
    try {
      next = await chunks.next()
    } catch (error) {
      return error
    }
    if (next.done) return undefined
    await write(next.value)
  }
}
