import { DiskStorage } from './disk/disk_storage.js'
import { StorageError } from './errors.js'
import type { Storage, StorageConfig } from './types.js'

export { contentTypeOf } from './content_type.js'
export { isStorageError, STORAGE_ERRORS, StorageError, type StorageErrorCode } from './errors.js'
export { isKey, parseKey, parsePrefix } from './key.js'
export type * from './types.js'

/** Opens nothing yet: call `ensureReady()` once at start. E_INVALID_CONFIG when a needed setting is empty. */
export function createStorage(config: StorageConfig): Storage {
  if (config.driver === 'disk') {
    if (!config.root) throw new StorageError('E_INVALID_CONFIG', 'the root folder is empty')
    return new DiskStorage(config)
  }
  throw new StorageError('E_INVALID_CONFIG', `unknown driver ${String(config.driver)}`)
}
