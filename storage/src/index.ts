import { DiskStorage } from './disk/disk_storage.js'
import { StorageError } from './errors.js'
import { S3Storage } from './s3/s3_storage.js'
import type { Storage, StorageConfig } from './types.js'

export { contentTypeOf } from './content_type.js'
export { isStorageError, STORAGE_ERRORS, StorageError, type StorageErrorCode } from './errors.js'
export { isKey, parseKey, parsePrefix } from './key.js'
export type * from './types.js'

/** Opens nothing yet: call `ensureReady()` once at start. E_INVALID_CONFIG when a needed setting is empty. */
export function createStorage(config: StorageConfig): Storage {
  if (config.driver === 'disk') {
    demand(config, ['root'])
    return new DiskStorage(config)
  }
  demand(config, ['region', 'bucket', 'accessKeyId', 'secretAccessKey'])
  return new S3Storage(config)
}

function demand<T extends StorageConfig>(config: T, names: (keyof T & string)[]): void {
  const missing = names.filter((name) => !config[name])
  if (missing.length)
    throw new StorageError('E_INVALID_CONFIG', `${config.driver} needs ${missing.join(', ')}`)
}
