import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CopyObjectCommand,
  CreateMultipartUploadCommand,
  HeadObjectCommand,
  UploadPartCopyCommand,
} from '@aws-sdk/client-s3'
import type { S3Bucket } from './s3_bucket.js'

const GiB = 1024 * 1024 * 1024

export interface CopyLimits {
  /** Larger objects are copied in parts. S3 allows 5 GiB; less keeps one request short. */
  singleBytes: number
  partBytes: number
}

export const COPY_LIMITS: CopyLimits = { singleBytes: GiB, partBytes: GiB / 2 }

/** Server-side copy; content type, cache control and metadata go along. */
export async function copyObject(
  bucket: S3Bucket,
  from: string,
  to: string,
  limits = COPY_LIMITS
): Promise<void> {
  const { client, name } = bucket
  const head = await client.send(new HeadObjectCommand({ Bucket: name, Key: from }))
  if (from === to) return
  const CopySource = `${name}/${from}`.split('/').map(encodeURIComponent).join('/')
  const target = { Bucket: name, Key: to }
  const sizeBytes = head.ContentLength ?? 0
  if (sizeBytes <= limits.singleBytes) {
    await client.send(new CopyObjectCommand({ ...target, CopySource }))
    return
  }
  const { ContentType, CacheControl, Metadata } = head
  const begun = await client.send(
    new CreateMultipartUploadCommand({ ...target, ContentType, CacheControl, Metadata })
  )
  const upload = { ...target, UploadId: begun.UploadId }
  try {
    const Parts = []
    for (let start = 0, PartNumber = 1; start < sizeBytes; start += limits.partBytes, PartNumber++) {
      const CopySourceRange = `bytes=${start}-${Math.min(start + limits.partBytes, sizeBytes) - 1}`
      // the etag pins all parts to one version of the source
      const part = { ...upload, PartNumber, CopySource, CopySourceRange, CopySourceIfMatch: head.ETag }
      const { CopyPartResult } = await client.send(new UploadPartCopyCommand(part))
      Parts.push({ PartNumber, ETag: CopyPartResult?.ETag })
    }
    await client.send(new CompleteMultipartUploadCommand({ ...upload, MultipartUpload: { Parts } }))
  } catch (error) {
    await client.send(new AbortMultipartUploadCommand(upload)).catch((second: unknown) => {
      throw new AggregateError([error, second], 'the copy failed, and so did taking it back')
    })
    throw error
  }
}
