import { addAbortSignal, type Readable } from 'node:stream'
import { GetObjectCommand, type GetObjectCommandOutput, HeadObjectCommand } from '@aws-sdk/client-s3'
import { contentTypeOf } from '../content_type.js'
import { StorageError } from '../errors.js'
import { isRange, resolveRange } from '../range.js'
import type { ByteRange, GetOptions, ObjectBody, ObjectInfo } from '../types.js'
import type { S3Bucket } from './s3_bucket.js'
import { statusOf } from './s3_errors.js'

/** HEAD; null for 404, which without a body cannot tell a missing object from a missing bucket. */
export async function headObject({ client, name }: S3Bucket, key: string): Promise<ObjectInfo | null> {
  try {
    const head = await client.send(new HeadObjectCommand({ Bucket: name, Key: key }))
    return infoOf(key, head, head.ContentLength ?? 0)
  } catch (error) {
    if (statusOf(error) === 404) return null
    throw error
  }
}

export async function getObject(bucket: S3Bucket, key: string, options: GetOptions): Promise<ObjectBody> {
  const { range, signal } = options
  if (range && !isRange(range)) return refuseRange(bucket, key, range)
  const answer = await send(bucket, key, options)
  const stream = answer.Body as Readable
  if (signal) addAbortSignal(signal, stream)
  if (!range) return { stream, info: infoOf(key, answer, answer.ContentLength ?? 0) }
  const delivered = deliveredRange(answer)
  if (!delivered || delivered.start !== range.start) {
    stream.destroy()
    throw new StorageError('E_STORAGE_FAILED', `${key}, the server does not answer with the range asked for`)
  }
  const { start, end, sizeBytes } = delivered
  return { stream, info: infoOf(key, answer, sizeBytes), range: { start, end } }
}

async function send(
  bucket: S3Bucket,
  key: string,
  { range, signal }: GetOptions
): Promise<GetObjectCommandOutput> {
  const Range = range && `bytes=${range.start}-${range.end ?? ''}`
  try {
    const command = new GetObjectCommand({ Bucket: bucket.name, Key: key, Range })
    return await bucket.client.send(command, { abortSignal: signal })
  } catch (error) {
    // the answer does not tell the object's size, which the caller's own 416 needs
    if (range && statusOf(error) === 416) return refuseRange(bucket, key, range)
    throw error
  }
}

async function refuseRange(bucket: S3Bucket, key: string, range: ByteRange): Promise<never> {
  const info = await headObject(bucket, key)
  if (!info) throw new StorageError('E_OBJECT_NOT_FOUND', key)
  resolveRange(key, range, info.sizeBytes)
  throw new StorageError('E_STORAGE_FAILED', `${key}, the server refuses a range that the object has`)
}

/** From `Content-Range: bytes 0-99/1234` (RFC 9110, 14.4). */
function deliveredRange({ ContentRange }: GetObjectCommandOutput) {
  const [, start, end, size] = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(ContentRange ?? '') ?? []
  return size === undefined ? null : { start: Number(start), end: Number(end), sizeBytes: Number(size) }
}

interface ObjectHeaders {
  ContentType?: string
  LastModified?: Date
  ETag?: string
}

function infoOf(key: string, headers: ObjectHeaders, sizeBytes: number): ObjectInfo {
  return {
    key,
    sizeBytes,
    contentType: headers.ContentType ?? contentTypeOf(key),
    lastModified: headers.LastModified ?? new Date(0),
    ...(headers.ETag && { etag: headers.ETag }),
  }
}
