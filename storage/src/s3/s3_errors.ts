import { StorageError, type StorageErrorCode } from '../errors.js'

const BY_NAME: Record<string, StorageErrorCode> = {
  NoSuchKey: 'E_OBJECT_NOT_FOUND',
  NotFound: 'E_OBJECT_NOT_FOUND',
  NoSuchBucket: 'E_STORE_MISSING',
  InvalidRange: 'E_RANGE_NOT_SATISFIABLE',
  // 404 too, but it is the upload that is gone, not the object
  NoSuchUpload: 'E_STORAGE_FAILED',
  KeyTooLongError: 'E_INVALID_KEY',
  // Ceph answers this with 403
  QuotaExceeded: 'E_STORAGE_FULL',
  AbortError: 'E_ABORTED',
  TimeoutError: 'E_STORAGE_UNAVAILABLE',
}

const BY_STATUS: Record<number, StorageErrorCode> = {
  401: 'E_ACCESS_DENIED',
  403: 'E_ACCESS_DENIED',
  404: 'E_OBJECT_NOT_FOUND',
  416: 'E_RANGE_NOT_SATISFIABLE',
  429: 'E_STORAGE_UNAVAILABLE',
  507: 'E_STORAGE_FULL',
}

// no answer at all: wrong address, server down, network or certificate trouble
const NO_ANSWER =
  /^(ECONN|ENOTFOUND|EAI_|EPIPE|ETIMEDOUT|EHOST|ENET|ERR_TLS|CERT_|UNABLE_|SELF_SIGNED|DEPTH_)/

export interface S3Failure extends Error {
  code?: string
  $metadata?: { httpStatusCode?: number }
}

export function statusOf(error: unknown): number | undefined {
  return error instanceof Error ? (error as S3Failure).$metadata?.httpStatusCode : undefined
}

/** Our own errors pass; what the SDK throws becomes a StorageError with it as cause. */
export function s3Error(error: unknown, key: string): StorageError {
  if (error instanceof StorageError) return error
  if (!(error instanceof Error)) return new StorageError('E_STORAGE_FAILED', key, { cause: error })
  const { name, code = '', message } = error as S3Failure
  const said = [name, statusOf(error) ?? code, message].filter((part) => part && part !== 'Error').join(', ')
  return new StorageError(codeOf(name, code, statusOf(error)), `${key} (${said})`, { cause: error })
}

function codeOf(name: string, code: string, status = 0): StorageErrorCode {
  const known = BY_NAME[name] ?? BY_STATUS[status]
  if (known) return known
  return status >= 500 || NO_ANSWER.test(code) ? 'E_STORAGE_UNAVAILABLE' : 'E_STORAGE_FAILED'
}

/** Runs a call to the server, with errors as StorageError. */
export async function translated<T>(key: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act()
  } catch (error) {
    throw s3Error(error, key)
  }
}
