import type { Readable } from 'node:stream'

export interface ObjectInfo {
  key: string
  sizeBytes: number
  contentType: string
  /** Disk: to the millisecond, and a copy keeps the time of its original. S3: to the second, when it was put here. */
  lastModified: Date
  /** Quoted, as in an ETag header. Changes whenever the bytes do; no promise about how it is made. */
  etag?: string
}

export interface PutOptions {
  /** Default: by the key's extension, see `contentTypeOf`. */
  contentType?: string
  /** Kept by S3, for buckets that a CDN or browsers read directly. On disk the application sends its own header. */
  cacheControl?: string
  /** Announced size. When given, a source that delivers fewer or more bytes is refused with E_SIZE_MISMATCH. */
  sizeBytes?: number
  signal?: AbortSignal
}

/** Both ends inclusive, like an HTTP byte range (RFC 9110, 14.1.2); without `end`, up to the last byte. */
export interface ByteRange {
  start: number
  end?: number
}

export interface ObjectBody {
  /** Must be read to its end or destroyed: it holds an open file or connection. */
  stream: Readable
  /** Of the whole object, also when a range was asked for. */
  info: ObjectInfo
  /** The range really delivered (clipped at the object's end); absent for the whole object. */
  range?: { start: number; end: number }
}

export interface GetOptions {
  range?: ByteRange
  signal?: AbortSignal
}

export interface CopyPrefixOptions {
  /** Objects for which this is true (playlists) are copied after all the others have arrived. */
  last?: (key: string) => boolean
  /** Copies under way at a time; default 8. */
  concurrency?: number
}

export interface LocalFile {
  /** Read only: on disk it is the stored object itself. */
  path: string
  /** Removes what was downloaded; does nothing on disk. May be called twice. */
  release(): Promise<void>
}

/**
 * One contract for every driver. Keys are relative paths (`videos/1/720p/0001.m4s`), see `parseKey`;
 * prefixes are folders and end in `/`. All errors are `StorageError` with a code from STORAGE_ERRORS.
 */
export interface Storage {
  readonly driver: 'disk' | 's3'

  /** Makes the root folder or the bucket when it is missing. */
  ensureReady(): Promise<void>

  /** Atomic: the object is the old one or the whole new one, never half written; a failed source leaves nothing. */
  put(key: string, body: Readable | Uint8Array | string, options?: PutOptions): Promise<void>
  putFile(key: string, localPath: string, options?: PutOptions): Promise<void>

  /** E_OBJECT_NOT_FOUND; E_RANGE_NOT_SATISFIABLE when no byte lies in the range. */
  get(key: string, options?: GetOptions): Promise<ObjectBody>
  head(key: string): Promise<ObjectInfo | null>

  /** Deleting what is not there is no error. */
  delete(key: string): Promise<void>
  /** Deletes a folder and answers how many objects went. E_INVALID_PREFIX unless it ends in `/`; '' is refused. */
  deletePrefix(prefix: string): Promise<number>

  /**
   * Objects of a folder, all levels, ordered by the UTF-8 bytes of the key; '' lists everything. The content type
   * is that of the extension here (S3 listings have none); `head` knows the declared one.
   */
  list(prefix: string): AsyncIterable<ObjectInfo>

  /** Server-side: no byte passes through this process. E_OBJECT_NOT_FOUND. */
  copy(from: string, to: string): Promise<void>
  /** Answers how many were copied. After an error nothing more is started and no `last` object is copied. */
  copyPrefix(fromPrefix: string, toPrefix: string, options?: CopyPrefixOptions): Promise<number>

  /** For programs that need to seek (ffprobe on an MP4 with its index at the end). E_OBJECT_NOT_FOUND. */
  localFile(key: string, options: { directory: string; signal?: AbortSignal }): Promise<LocalFile>

  /** Writes, reads a range of, and deletes a probe object. E_STORAGE_CHECK_FAILED with the reason as cause. */
  check(): Promise<void>

  /**
   * Removes what killed writers left behind (temporary files; multipart uploads) if begun before `before`;
   * answers how many. Choose a date older than the longest upload may take: on S3 it sees uploads of others too.
   */
  removeUnfinished(before: Date): Promise<number>
}

export interface DiskConfig {
  driver: 'disk'
  root: string
}

export interface S3Config {
  driver: 's3'
  /** Absent: AWS itself, by region. */
  endpoint?: string
  region: string
  bucket: string
  accessKeyId: string
  secretAccessKey: string
  forcePathStyle: boolean
}

export type StorageConfig = DiskConfig | S3Config
