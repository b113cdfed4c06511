import type { Dirent } from 'node:fs'
import { readdir, rmdir } from 'node:fs/promises'
import { join } from 'node:path'
import { RESERVED_SEGMENT } from '../key.js'
import { errnoOf, unlessMissing } from './disk_errors.js'

/**
 * Keys of the plain files below a folder in S3's order (bytes of the key). Links and other special files are
 * no objects. Holds one folder's names in memory at a time per level.
 */
export async function* walk(folder: string, prefix: string): AsyncGenerator<string, void, void> {
  for (const entry of await entriesOf(folder, prefix)) {
    const key = prefix + entry.name
    if (entry.isDirectory()) yield* walk(join(folder, entry.name), `${key}/`)
    else if (entry.isFile()) yield key
  }
}

/** Deletes all that lies below a folder (a link itself, not its target), then the folder. */
export async function removeTree(
  folder: string,
  prefix: string,
  act: { remove: (key: string, path: string) => Promise<void>; failed: (key: string, error: unknown) => void }
): Promise<void> {
  for (const entry of await entriesOf(folder, prefix)) {
    const key = prefix + entry.name
    if (entry.isDirectory()) {
      await removeTree(join(folder, entry.name), `${key}/`, act)
      continue
    }
    try {
      await act.remove(key, join(folder, entry.name))
    } catch (error) {
      act.failed(key, error)
    }
  }
  await rmdir(folder).catch((error: unknown) => {
    // somebody put a new object here meanwhile, or a failure was noted above
    if (!['ENOTEMPTY', 'EEXIST', 'ENOENT', 'ENOTDIR'].includes(errnoOf(error))) throw error
  })
}

async function entriesOf(folder: string, prefix: string): Promise<Dirent[]> {
  const entries = (await unlessMissing(readdir(folder, { withFileTypes: true }))) ?? []
  const visible = entries.filter((entry) => prefix !== '' || entry.name !== RESERVED_SEGMENT)
  // a folder sorts by what its keys look like: 'a-1' < 'a/1' < 'a0'
  const sortable = visible.map((entry) => ({
    entry,
    bytes: Buffer.from(entry.name + (entry.isDirectory() ? '/' : '')),
  }))
  return sortable.sort((a, b) => Buffer.compare(a.bytes, b.bytes)).map(({ entry }) => entry)
}
