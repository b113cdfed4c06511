import { mkdir, realpath, rmdir } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { StorageError } from '../errors.js'
import { RESERVED_SEGMENT } from '../key.js'
import { errnoOf, isMissing } from './disk_errors.js'

/**
 * Where keys lie under the root, and the guard that no folder on the way is a symbolic link. The root itself may
 * be one. Own files are in `<root>/.storage`, on the same file system, so that a rename is atomic.
 */
export class DiskPaths {
  readonly root: string
  #realRoot: string | undefined

  constructor(root: string) {
    this.root = resolve(root)
  }

  get temporary(): string {
    return join(this.root, RESERVED_SEGMENT, 'temporary')
  }

  get types(): string {
    return join(this.root, RESERVED_SEGMENT, 'types')
  }

  async makeRoot(): Promise<void> {
    for (const directory of [this.root, this.temporary, this.types])
      await mkdir(directory, { recursive: true })
  }

  /** Path of a key, for reading; the file need not exist. E_SYMLINK_REFUSED, E_STORE_MISSING. */
  async locate(key: string): Promise<string> {
    const path = join(await this.#real(), key)
    try {
      await this.#refuseLinks(dirname(path), key)
    } catch (error) {
      if (!isMissing(error)) throw error
    }
    return path
  }

  /** As locate, after making the folders above. E_KEY_CONFLICT when one of them is an object. */
  async prepare(key: string): Promise<string> {
    const path = join(await this.#real(), key)
    await this.#makeFolder(dirname(path), key)
    return path
  }

  /** Removes the folders above a path as long as they are empty. */
  async prune(path: string): Promise<void> {
    const root = await this.#real()
    for (let folder = dirname(path); folder.length > root.length; folder = dirname(folder)) {
      try {
        await rmdir(folder)
      } catch (error) {
        // a neighbour lives here, or another process was faster: both end the pruning
        if (['ENOTEMPTY', 'EEXIST', 'ENOENT', 'ENOTDIR', 'EBUSY'].includes(errnoOf(error))) return
        throw error
      }
    }
  }

  // not `mkdir -p`: that would follow a link and make folders outside of the root
  async #makeFolder(folder: string, key: string): Promise<void> {
    try {
      await this.#refuseLinks(folder, key)
    } catch (error) {
      if (errnoOf(error) !== 'ENOENT') throw error
      await this.#makeFolder(dirname(folder), key)
      await mkdir(folder).catch((raced: unknown) => {
        if (errnoOf(raced) !== 'EEXIST') throw raced
      })
      await this.#refuseLinks(folder, key)
    }
  }

  async #refuseLinks(folder: string, key: string): Promise<void> {
    const real = await realpath(folder)
    if (real !== folder) throw new StorageError('E_SYMLINK_REFUSED', `${key} leads to ${real}`)
  }

  async #real(): Promise<string> {
    if (this.#realRoot) return this.#realRoot
    try {
      this.#realRoot = await realpath(this.root)
    } catch (cause) {
      throw new StorageError('E_STORE_MISSING', `${this.root} (call ensureReady first)`, { cause })
    }
    return this.#realRoot
  }
}
