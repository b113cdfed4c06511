import { StorageError } from './errors.js'
import { parsePrefix } from './key.js'
import type { CopyPrefixOptions, Storage } from './types.js'

/**
 * Copies a tree, the same way on every driver: first all objects that others only point at, then, when every one
 * of them has arrived, those that point (playlists), so that nobody ever reads a playlist whose segments are missing.
 */
export async function copyPrefix(
  storage: Pick<Storage, 'list' | 'copy'>,
  fromPrefix: string,
  toPrefix: string,
  { last = () => false, concurrency = 8 }: CopyPrefixOptions = {}
): Promise<number> {
  const from = parsePrefix(fromPrefix)
  const to = parsePrefix(toPrefix)
  // a tree copied into itself would be listed while it grows
  if (from.startsWith(to) || to.startsWith(from)) {
    throw new StorageError('E_INVALID_PREFIX', `${from} and ${to} lie inside each other`)
  }
  const deferred: string[] = []
  async function* first() {
    for await (const { key } of storage.list(from)) {
      if (last(key)) deferred.push(key)
      else yield key
    }
  }
  const copyOne = (key: string) => storage.copy(key, to + key.slice(from.length))
  return (await forEachOf(first(), concurrency, copyOne)) + (await forEachOf(deferred, concurrency, copyOne))
}

/** Runs `act` on each item, `concurrency` at a time; after an error waits for those under way, then throws it. */
async function forEachOf<T>(
  items: AsyncIterable<T> | Iterable<T>,
  concurrency: number,
  act: (item: T) => Promise<void>
): Promise<number> {
  let count = 0
  const running = new Set<Promise<void>>()
  const failures: unknown[] = []
  for await (const item of items) {
    const one = act(item)
      .then(() => void count++)
      .catch((error: unknown) => void failures.push(error))
      .finally(() => running.delete(one))
    running.add(one)
    if (running.size >= Math.max(1, concurrency)) await Promise.race(running)
    if (failures.length) break
  }
  await Promise.all(running)
  if (failures.length) throw failures[0]
  return count
}
