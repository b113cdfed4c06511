/**
 * Every way the storage can fail, with the sentence that goes into `message`.
 * Both drivers raise these codes only, so a caller never looks at an errno or an S3 error name.
 */
export const STORAGE_ERRORS = {
  E_INVALID_KEY: 'the key is not usable',
  E_INVALID_PREFIX: 'the prefix is not usable',
  E_INVALID_CONFIG: 'the storage configuration is not usable',
  E_OBJECT_NOT_FOUND: 'there is no such object',
  E_RANGE_NOT_SATISFIABLE: 'the object has no bytes in this range',
  E_KEY_CONFLICT: 'one name cannot be an object and a folder at once',
  E_SYMLINK_REFUSED: 'symbolic links inside the storage are not followed',
  E_SIZE_MISMATCH: 'the source did not deliver the announced number of bytes',
  E_SOURCE_FAILED: 'the source could not be read to its end',
  E_ABORTED: 'the operation was aborted',
  E_ACCESS_DENIED: 'the storage refuses access (wrong credentials or missing permission)',
  E_STORE_MISSING: 'the bucket or root folder does not exist',
  E_STORAGE_FULL: 'the storage is full',
  E_STORAGE_UNAVAILABLE: 'the storage cannot be reached',
  E_DELETE_INCOMPLETE: 'some objects could not be deleted',
  E_STORAGE_CHECK_FAILED: 'the storage check failed',
  E_STORAGE_FAILED: 'the storage failed',
} as const

export type StorageErrorCode = keyof typeof STORAGE_ERRORS

export interface StorageErrorOptions {
  cause?: unknown
  /** Whole size of the object, with E_RANGE_NOT_SATISFIABLE: what `Content-Range: bytes *\/N` wants (RFC 9110, 14.4). */
  sizeBytes?: number
}

export class StorageError extends Error {
  override readonly name = 'StorageError'
  readonly code: StorageErrorCode
  readonly sizeBytes?: number

  constructor(code: StorageErrorCode, detail: string, options: StorageErrorOptions = {}) {
    const cause = options.cause === undefined ? undefined : { cause: options.cause }
    super(`${STORAGE_ERRORS[code]}: ${detail}`, cause)
    this.code = code
    if (options.sizeBytes !== undefined) this.sizeBytes = options.sizeBytes
  }
}

export function isStorageError(error: unknown, code?: StorageErrorCode): error is StorageError {
  return error instanceof StorageError && (code === undefined || error.code === code)
}

/** Throws E_ABORTED, with the signal's reason as its cause, once the signal has fired. */
export function throwIfAborted(signal: AbortSignal | undefined, key: string): void {
  if (signal?.aborted) throw new StorageError('E_ABORTED', key, { cause: signal.reason })
}
