import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import {
  CreateBucketCommand,
  DeleteObjectCommand,
  HeadBucketCommand,
  paginateListObjectsV2,
} from '@aws-sdk/client-s3'
import { checkStorage } from '../check.js'
import { contentTypeOf } from '../content_type.js'
import { copyPrefix } from '../copy_prefix.js'
import { download } from '../download.js'
import { StorageError } from '../errors.js'
import { isKey, parseKey, parseListPrefix, parsePrefix } from '../key.js'
import { takingOver } from '../source.js'
import type { CopyPrefixOptions, GetOptions, LocalFile, ObjectBody, ObjectInfo } from '../types.js'
import type { PutOptions, S3Config, Storage } from '../types.js'
import type { S3Bucket } from './s3_bucket.js'
import { createS3Client } from './s3_client.js'
import { copyObject } from './s3_copy.js'
import { abortUploads, deleteObjects } from './s3_delete.js'
import { statusOf, translated } from './s3_errors.js'
import { getObject, headObject } from './s3_read.js'
import { upload } from './s3_upload.js'

/** Objects in one bucket of AWS, Ceph, Garage or whatever else speaks S3. */
export class S3Storage implements Storage {
  readonly driver = 's3'
  readonly #bucket: S3Bucket

  constructor(private readonly config: S3Config) {
    this.#bucket = { client: createS3Client(config), name: config.bucket }
  }

  ensureReady(): Promise<void> {
    const { client, name } = this.#bucket
    return translated(`bucket ${name}`, async () => {
      try {
        await client.send(new HeadBucketCommand({ Bucket: name }))
      } catch (error) {
        if (statusOf(error) !== 404) throw error
        await client
          .send(new CreateBucketCommand({ Bucket: name, ...this.#location() }))
          .catch((raced: Error) => {
            if (raced.name !== 'BucketAlreadyOwnedByYou') throw raced
          })
      }
    })
  }

  put(key: string, body: Readable | Uint8Array | string, options: PutOptions = {}): Promise<void> {
    return this.#put(key, body, options, options.sizeBytes)
  }

  async putFile(rawKey: string, localPath: string, options: PutOptions = {}): Promise<void> {
    const key = parseKey(rawKey)
    const { size } = await stat(localPath).catch((cause: unknown) => {
      throw new StorageError('E_SOURCE_FAILED', key, { cause })
    })
    await this.#put(key, createReadStream(localPath, { highWaterMark: 1024 * 1024 }), options, size)
  }

  async get(rawKey: string, options: GetOptions = {}): Promise<ObjectBody> {
    const key = parseKey(rawKey)
    return translated(key, () => getObject(this.#bucket, key, options))
  }

  async head(rawKey: string): Promise<ObjectInfo | null> {
    const key = parseKey(rawKey)
    return translated(key, () => headObject(this.#bucket, key))
  }

  async delete(rawKey: string): Promise<void> {
    const key = parseKey(rawKey)
    const { client, name } = this.#bucket
    await translated(key, () => client.send(new DeleteObjectCommand({ Bucket: name, Key: key })))
  }

  async deletePrefix(rawPrefix: string): Promise<number> {
    const prefix = parsePrefix(rawPrefix)
    return translated(prefix, () => deleteObjects(this.#bucket, prefix))
  }

  async *list(rawPrefix: string): AsyncGenerator<ObjectInfo, void, void> {
    const prefix = parseListPrefix(rawPrefix)
    const { client, name } = this.#bucket
    const pages = paginateListObjectsV2({ client }, { Bucket: name, Prefix: prefix })[Symbol.asyncIterator]()
    for (;;) {
      const { value: page, done } = await translated(prefix, () => pages.next())
      if (done) return
      for (const {
        Key: key = '',
        Size: sizeBytes = 0,
        LastModified: lastModified,
        ETag: etag,
      } of page.Contents ?? []) {
        // names that came from elsewhere and cannot be asked for are not announced either
        if (!isKey(key) || !lastModified) continue
        yield { key, sizeBytes, contentType: contentTypeOf(key), lastModified, ...(etag && { etag }) }
      }
    }
  }

  async copy(rawFrom: string, rawTo: string): Promise<void> {
    const from = parseKey(rawFrom)
    const to = parseKey(rawTo)
    await translated(from, () => copyObject(this.#bucket, from, to))
  }

  copyPrefix(from: string, to: string, options?: CopyPrefixOptions): Promise<number> {
    return copyPrefix(this, from, to, options)
  }

  async localFile(rawKey: string, options: { directory: string; signal?: AbortSignal }): Promise<LocalFile> {
    return download(this, parseKey(rawKey), options)
  }

  check(): Promise<void> {
    return checkStorage(this)
  }

  removeUnfinished(before: Date): Promise<number> {
    return translated(`bucket ${this.#bucket.name}`, () => abortUploads(this.#bucket, before))
  }

  #put(rawKey: string, body: Readable | Uint8Array | string, options: PutOptions, expectedBytes?: number) {
    return takingOver(body, async () => {
      const key = parseKey(rawKey)
      await translated(key, () => upload(this.#bucket, key, body, options, expectedBytes))
    })
  }

  /** AWS wants to be told any region but its first; other servers know only their own and refuse names. */
  #location() {
    if (this.config.endpoint || this.config.region === 'us-east-1') return {}
    return { CreateBucketConfiguration: { LocationConstraint: this.config.region as 'eu-west-1' } }
  }
}
