import { StorageError, type StorageErrorCode } from '../errors.js'

const CODES: Record<string, StorageErrorCode> = {
  ENOENT: 'E_OBJECT_NOT_FOUND',
  ENOTDIR: 'E_KEY_CONFLICT',
  EISDIR: 'E_KEY_CONFLICT',
  EEXIST: 'E_KEY_CONFLICT',
  ENOTEMPTY: 'E_KEY_CONFLICT',
  ELOOP: 'E_SYMLINK_REFUSED',
  ENAMETOOLONG: 'E_INVALID_KEY',
  EACCES: 'E_ACCESS_DENIED',
  EPERM: 'E_ACCESS_DENIED',
  EROFS: 'E_ACCESS_DENIED',
  ENOSPC: 'E_STORAGE_FULL',
  EDQUOT: 'E_STORAGE_FULL',
  EFBIG: 'E_STORAGE_FULL',
  EMFILE: 'E_STORAGE_UNAVAILABLE',
  ENFILE: 'E_STORAGE_UNAVAILABLE',
  ESTALE: 'E_STORAGE_UNAVAILABLE',
}

export function errnoOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

/** True for "nothing is there": no such entry, or one of the folders on the way is a file. */
export function isMissing(error: unknown): boolean {
  return errnoOf(error) === 'ENOENT' || errnoOf(error) === 'ENOTDIR'
}

/** Our own errors pass; a file system error becomes a StorageError with it as cause. */
export function diskError(error: unknown, key: string): StorageError {
  if (error instanceof StorageError) return error
  const errno = errnoOf(error)
  return new StorageError(CODES[errno] ?? 'E_STORAGE_FAILED', errno ? `${key} (${errno})` : key, {
    cause: error,
  })
}

/** Runs a file system call and answers undefined when nothing is there. */
export async function unlessMissing<T>(act: Promise<T>): Promise<T | undefined> {
  try {
    return await act
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}
