import { randomUUID } from 'node:crypto'
import {
  AbortMultipartUploadCommand,
  DeleteBucketCommand,
  DeleteObjectCommand,
  ListMultipartUploadsCommand,
  paginateListObjectsV2,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3'
import { createStorage, type S3Config } from '@hub/storage'
import type { ContractTarget } from './support.js'

export interface S3Target extends ContractTarget {
  config(): S3Config
  client: S3Client
}

/** The server that the environment names, with a bucket of its own for each group; null when it names none. */
export function s3Target(): S3Target | null {
  const { S3_ENDPOINT, S3_BUCKET = 'storage-tests', S3_REGION = 'us-east-1' } = process.env
  const { S3_ACCESS_KEY_ID = 'testaccesskey', S3_SECRET_ACCESS_KEY = 'testsecretkey' } = process.env
  if (!S3_ENDPOINT) return null
  let bucket = ''
  const credentials = { accessKeyId: S3_ACCESS_KEY_ID, secretAccessKey: S3_SECRET_ACCESS_KEY }
  const server = { endpoint: S3_ENDPOINT, region: S3_REGION, forcePathStyle: true }
  const client = new S3Client({ ...server, credentials, requestChecksumCalculation: 'WHEN_REQUIRED' })
  const config = (): S3Config => ({ driver: 's3', ...server, ...credentials, bucket })
  const uploads = async () =>
    (await client.send(new ListMultipartUploadsCommand({ Bucket: bucket }))).Uploads ?? []
  return {
    name: 'S3',
    client,
    config,
    storage: () => createStorage(config()),
    async setup() {
      bucket = `${S3_BUCKET}-${randomUUID().slice(0, 8)}`
      await createStorage(config()).ensureReady()
    },
    async teardown() {
      for await (const page of paginateListObjectsV2({ client }, { Bucket: bucket })) {
        for (const { Key } of page.Contents ?? [])
          await client.send(new DeleteObjectCommand({ Bucket: bucket, Key }))
      }
      for (const { Key, UploadId } of await uploads()) {
        await client.send(new AbortMultipartUploadCommand({ Bucket: bucket, Key, UploadId }))
      }
      await client.send(new DeleteBucketCommand({ Bucket: bucket }))
    },
    async unfinishedCount() {
      return (await uploads()).length
    },
    async plant(name) {
      await client.send(new PutObjectCommand({ Bucket: bucket, Key: name, Body: 'x' }))
    },
  }
}
