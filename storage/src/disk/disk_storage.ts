import { createReadStream, type Stats } from 'node:fs'
import { lstat, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { checkStorage } from '../check.js'
import { copyPrefix } from '../copy_prefix.js'
import { StorageError, throwIfAborted } from '../errors.js'
import { isKey, parseKey, parseListPrefix, parsePrefix } from '../key.js'
import { readSource, takingOver } from '../source.js'
import type {
  CopyPrefixOptions,
  DiskConfig,
  GetOptions,
  LocalFile,
  ObjectBody,
  ObjectInfo,
} from '../types.js'
import type { PutOptions, Storage } from '../types.js'
import { diskError, unlessMissing } from './disk_errors.js'
import { DiskPaths } from './disk_paths.js'
import { objectInfo, openObject } from './disk_read.js'
import { removeTree, walk } from './disk_tree.js'
import { DiskTypes, etagOf } from './disk_types.js'
import { linkOrCopy, publish, withTemporary, writeDurably } from './disk_write.js'

/** Objects as plain files under one root folder; see DiskPaths for where and DiskTypes for content types. */
export class DiskStorage implements Storage {
  readonly driver = 'disk'
  readonly #paths: DiskPaths
  readonly #types: DiskTypes

  constructor(config: DiskConfig) {
    this.#paths = new DiskPaths(config.root)
    this.#types = new DiskTypes(this.#paths)
  }

  ensureReady(): Promise<void> {
    return this.#run(this.#paths.root, () => this.#paths.makeRoot())
  }

  put(rawKey: string, body: Readable | Uint8Array | string, options: PutOptions = {}): Promise<void> {
    return takingOver(body, async () => {
      const key = parseKey(rawKey)
      await this.#replace(key, options.contentType, async (temporary) => {
        await writeDurably(temporary, readSource(key, body, options))
        throwIfAborted(options.signal, key)
      })
    })
  }

  putFile(key: string, localPath: string, options: PutOptions = {}): Promise<void> {
    return this.put(key, createReadStream(localPath, { highWaterMark: 1024 * 1024 }), options)
  }

  async get(rawKey: string, options: GetOptions = {}): Promise<ObjectBody> {
    const key = parseKey(rawKey)
    return this.#run(key, async () =>
      openObject(key, await this.#paths.locate(key), options, (stats) => this.#info(key, stats))
    )
  }

  async head(rawKey: string): Promise<ObjectInfo | null> {
    const key = parseKey(rawKey)
    return this.#run(key, async () => {
      const stats = await unlessMissing(lstat(await this.#paths.locate(key)))
      if (stats?.isSymbolicLink()) throw new StorageError('E_SYMLINK_REFUSED', key)
      return stats?.isFile() ? this.#info(key, stats) : null
    })
  }

  async delete(rawKey: string): Promise<void> {
    const key = parseKey(rawKey)
    await this.#run(key, async () => {
      const path = await this.#paths.locate(key)
      if (await this.#remove(key, path)) await this.#paths.prune(path)
    })
  }

  async deletePrefix(rawPrefix: string): Promise<number> {
    const prefix = parsePrefix(rawPrefix)
    const failures: { key: string; error: unknown }[] = []
    let count = 0
    await this.#run(prefix, async () => {
      const folder = await this.#folder(prefix)
      await removeTree(folder, prefix, {
        remove: async (key, path) => {
          if (await this.#remove(key, path)) count++
        },
        failed: (key, error) => void failures.push({ key, error }),
      })
      await this.#paths.prune(folder)
    })
    if (failures[0]) {
      const detail = `${failures.length} of ${prefix}, the first is ${failures[0].key}`
      throw new StorageError('E_DELETE_INCOMPLETE', detail, { cause: failures[0].error })
    }
    return count
  }

  async *list(rawPrefix: string): AsyncGenerator<ObjectInfo, void, void> {
    const prefix = parseListPrefix(rawPrefix)
    try {
      for await (const key of walk(await this.#folder(prefix), prefix)) {
        // names that came from elsewhere and cannot be asked for are not announced either
        const stats = isKey(key) ? await unlessMissing(lstat(join(this.#paths.root, key))) : undefined
        if (stats) yield objectInfo(key, stats)
      }
    } catch (error) {
      throw diskError(error, prefix)
    }
  }

  async copy(rawFrom: string, rawTo: string): Promise<void> {
    const from = parseKey(rawFrom)
    const to = parseKey(rawTo)
    const source = await this.head(from)
    if (!source) throw new StorageError('E_OBJECT_NOT_FOUND', from)
    if (from === to) return
    const path = await this.#run(from, () => this.#paths.locate(from))
    await this.#replace(to, source.contentType, (temporary) => linkOrCopy(path, temporary))
  }

  copyPrefix(from: string, to: string, options?: CopyPrefixOptions): Promise<number> {
    return copyPrefix(this, from, to, options)
  }

  async localFile(rawKey: string, options: { signal?: AbortSignal } = {}): Promise<LocalFile> {
    const key = parseKey(rawKey)
    throwIfAborted(options.signal, key)
    if (!(await this.head(key))) throw new StorageError('E_OBJECT_NOT_FOUND', key)
    return { path: await this.#paths.locate(key), release: async () => {} }
  }

  check(): Promise<void> {
    return checkStorage(this)
  }

  async removeUnfinished(before: Date): Promise<number> {
    return this.#run(this.#paths.temporary, async () => {
      let count = 0
      for (const name of (await unlessMissing(readdir(this.#paths.temporary))) ?? []) {
        const path = join(this.#paths.temporary, name)
        const stats = await unlessMissing(stat(path))
        if (!stats || stats.mtime >= before) continue
        await rm(path, { force: true })
        count++
      }
      return count
    })
  }

  async #replace(key: string, contentType: string | undefined, fill: (path: string) => Promise<void>) {
    await this.#run(key, () =>
      withTemporary(this.#paths, async (temporary) => {
        await fill(temporary)
        const etag = etagOf(await stat(temporary))
        const replaced = await unlessMissing(lstat(await this.#paths.locate(key)))
        await this.#types.write(key, etag, contentType)
        await publish(this.#paths, temporary, key)
        if (replaced && etagOf(replaced) !== etag) await this.#types.forget(key, etagOf(replaced))
      })
    )
  }

  /** Deletes a file or a link, no folder; answers whether there was one. */
  async #remove(key: string, path: string): Promise<boolean> {
    const stats = await unlessMissing(lstat(path))
    if (!stats || stats.isDirectory()) return false
    await rm(path, { force: true })
    await this.#types.forget(key, etagOf(stats))
    return true
  }

  async #info(key: string, stats: Stats): Promise<ObjectInfo> {
    const info = objectInfo(key, stats)
    return { ...info, contentType: await this.#types.read(key, info.etag) }
  }

  /** Path of the folder that a prefix names, its own link-freeness included. */
  async #folder(prefix: string): Promise<string> {
    const inside = await this.#paths.locate(`${prefix}x`)
    return inside.slice(0, -2)
  }

  async #run<T>(key: string, act: () => Promise<T>): Promise<T> {
    try {
      return await act()
    } catch (error) {
      throw diskError(error, key)
    }
  }
}
