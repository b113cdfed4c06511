import {
  AbortMultipartUploadCommand,
  DeleteObjectsCommand,
  ListMultipartUploadsCommand,
  type ListMultipartUploadsCommandOutput,
  paginateListObjectsV2,
} from '@aws-sdk/client-s3'
import { StorageError } from '../errors.js'
import type { S3Bucket } from './s3_bucket.js'
import { statusOf } from './s3_errors.js'

/** Deletes page by page, and looks at the verdict on every key: the request as a whole succeeds even if none went. */
export async function deleteObjects({ client, name }: S3Bucket, prefix: string): Promise<number> {
  const failed: string[] = []
  let count = 0
  for await (const page of paginateListObjectsV2({ client }, { Bucket: name, Prefix: prefix })) {
    const Objects = (page.Contents ?? []).map(({ Key }) => ({ Key: Key! }))
    if (Objects.length === 0) continue
    const answer = await client.send(
      new DeleteObjectsCommand({ Bucket: name, Delete: { Objects, Quiet: true } })
    )
    for (const { Key, Code, Message } of answer.Errors ?? []) failed.push(`${Key}: ${Code} ${Message ?? ''}`)
    count += Objects.length
  }
  if (failed.length === 0) return count
  const cause = new Error(failed.join('\n'))
  throw new StorageError('E_DELETE_INCOMPLETE', `${failed.length} of ${prefix}, the first is ${failed[0]}`, {
    cause,
  })
}

/** Aborts multipart uploads begun before a moment; answers how many. */
export async function abortUploads({ client, name }: S3Bucket, before: Date): Promise<number> {
  let count = 0
  let marker: { KeyMarker?: string; UploadIdMarker?: string } | undefined = {}
  while (marker) {
    const page: ListMultipartUploadsCommandOutput = await client.send(
      new ListMultipartUploadsCommand({ Bucket: name, ...marker })
    )
    for (const { Key, UploadId, Initiated } of page.Uploads ?? []) {
      if (!Initiated || Initiated >= before) continue
      await client.send(new AbortMultipartUploadCommand({ Bucket: name, Key, UploadId })).then(
        () => count++,
        (error: unknown) => {
          // completed or aborted by its owner meanwhile
          if (statusOf(error) !== 404) throw error
        }
      )
    }
    marker = page.IsTruncated
      ? { KeyMarker: page.NextKeyMarker, UploadIdMarker: page.NextUploadIdMarker }
      : undefined
  }
  return count
}
