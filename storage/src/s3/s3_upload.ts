import { Readable } from 'node:stream'
import { PutObjectCommand } from '@aws-sdk/client-s3'
import { Upload } from '@aws-sdk/lib-storage'
import { contentTypeOf } from '../content_type.js'
import { throwIfAborted } from '../errors.js'
import { checkSize, readSource } from '../source.js'
import type { PutOptions } from '../types.js'
import type { S3Bucket } from './s3_bucket.js'

const MiB = 1024 * 1024
const PARTS_AT_ONCE = 3

/**
 * Size of the parts of a multipart upload, at most 10,000 of them (Amazon S3 quotas): a source of unknown size may
 * have up to 78 GiB. Each upload holds about four parts in memory.
 */
export function partSizeBytes(expectedBytes = 0): number {
  return Math.max(8 * MiB, Math.ceil(expectedBytes / 9_000))
}

/** One PUT when the bytes are at hand or fit in one part, else a multipart upload, aborted if the source fails. */
export async function upload(
  bucket: S3Bucket,
  key: string,
  body: Readable | Uint8Array | string,
  options: PutOptions,
  expectedBytes?: number
): Promise<void> {
  throwIfAborted(options.signal, key)
  const params = {
    Bucket: bucket.name,
    Key: key,
    ContentType: options.contentType ?? contentTypeOf(key),
    ...(options.cacheControl && { CacheControl: options.cacheControl }),
  }
  if (body instanceof Readable) {
    // The source itself stops at the signal, so `done` ends only after the multipart upload has been aborted;
    // the Upload's own abort would answer first and clean up later, or never if the source stalls.
    const source = Readable.from(readSource(key, body, options), { objectMode: false })
    const { client } = bucket
    const partSize = partSizeBytes(expectedBytes)
    await new Upload({
      client,
      params: { ...params, Body: source },
      partSize,
      queueSize: PARTS_AT_ONCE,
    }).done()
    return
  }
  const bytes = typeof body === 'string' ? Buffer.from(body) : body
  checkSize(key, options.sizeBytes, bytes.byteLength)
  await bucket.client.send(new PutObjectCommand({ ...params, Body: bytes }), { abortSignal: options.signal })
}
