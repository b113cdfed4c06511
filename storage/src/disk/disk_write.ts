import { randomUUID } from 'node:crypto'
import { constants } from 'node:fs'
import { copyFile, link, open, rename, rm, rmdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { StorageError } from '../errors.js'
import { errnoOf, isMissing } from './disk_errors.js'
import type { DiskPaths } from './disk_paths.js'

/**
 * Runs `fill` with the path of a new temporary file and then `publish`; whatever fails, the file goes away.
 * (After a kill -9 it stays, unseen by readers, until removeUnfinished.)
 */
export async function withTemporary(
  paths: DiskPaths,
  act: (temporary: string) => Promise<void>
): Promise<void> {
  const temporary = join(paths.temporary, randomUUID())
  try {
    await act(temporary)
  } finally {
    await rm(temporary, { force: true })
  }
}

/** Writes a new file and waits until it is on the medium: a rename must never survive a power cut without the bytes. */
export async function writeDurably(path: string, chunks: AsyncIterable<Uint8Array>): Promise<void> {
  const file = await open(path, 'wx', 0o644).catch((cause: unknown) => {
    if (isMissing(cause))
      throw new StorageError('E_STORE_MISSING', `${dirname(path)} (call ensureReady first)`, { cause })
    throw cause
  })
  try {
    await file.writeFile(chunks)
    await file.sync()
  } finally {
    await file.close()
  }
}

// other file system below the root, too many links, or a file system without links
const NO_LINK = ['EXDEV', 'EMLINK', 'EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS']

/** A second name for the same bytes; safe because stored files are replaced, never written in place. */
export async function linkOrCopy(from: string, to: string): Promise<void> {
  try {
    await link(from, to)
  } catch (error) {
    if (!NO_LINK.includes(errnoOf(error))) throw error
    await copyFile(from, to, constants.COPYFILE_FICLONE)
    await syncPath(to)
  }
}

/** Moves a finished temporary file to its key, over an older object if there is one. */
export async function publish(paths: DiskPaths, temporary: string, key: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const path = await paths.prepare(key)
    try {
      await rename(temporary, path)
      return await syncPath(dirname(path))
    } catch (error) {
      if (attempt === 10 || !(await canRetry(error, path))) throw error
    }
  }
}

/** A delete beside us may prune the folder just made, and an empty folder may still bear the object's name. */
async function canRetry(error: unknown, path: string): Promise<boolean> {
  if (errnoOf(error) === 'ENOENT') return true
  if (errnoOf(error) !== 'EISDIR') return false
  return rmdir(path).then(
    () => true,
    () => false
  )
}

async function syncPath(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
