import { randomUUID } from 'node:crypto'
import { constants } from 'node:fs'
import { copyFile, link, open, rename, rm, rmdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { StorageError } from '../errors.js'
import { errnoOf, isMissing, unlessMissing } from './disk_errors.js'
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

const ATTEMPTS = 100

/** Moves a finished temporary file to its key, over an older object if there is one. */
export async function publish(paths: DiskPaths, temporary: string, key: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      const path = await paths.prepare(key)
      await moveOver(temporary, path)
      // gone already: the object was deleted in the same moment, and its folder with it
      await unlessMissing(syncPath(dirname(path)))
      return
    } catch (cause) {
      // a delete beside us has pruned the folder that was just made
      if (errnoOf(cause) !== 'ENOENT') throw cause
      if (attempt === ATTEMPTS)
        throw new StorageError('E_STORAGE_FAILED', `${key}, its folder always vanishes`, { cause })
    }
  }
}

/** A rename that also takes the place of an empty folder, which is nothing in the eyes of a reader. */
async function moveOver(temporary: string, path: string): Promise<void> {
  try {
    await rename(temporary, path)
  } catch (error) {
    if (errnoOf(error) !== 'EISDIR') throw error
    await rmdir(path)
    await rename(temporary, path)
  }
}

async function syncPath(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
