import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { HeadObjectCommand, PutBucketPolicyCommand } from '@aws-sdk/client-s3'
import { test } from '@japa/runner'
import { createStorage, isStorageError, type S3Config } from '@hub/storage'
import { copyObject } from '../../storage/src/s3/s3_copy.js'
import { faultyProxy } from './faulty_proxy.js'
import { s3Target, type S3Target } from './s3_target.js'
import { failure, keysOf, listed, MiB, newFolder, read, sourceOf } from './support.js'

const target = s3Target()
if (target) s3Server(target)

function s3Server(target: S3Target): void {
  test.group('S3 storage: the server', (group) => {
    group.setup(() => target.setup())
    group.teardown(() => target.teardown())
    const changed = (change: Partial<S3Config>) => createStorage({ ...target.config(), ...change })

    test('says clearly that access is refused, for {wrong}')
      .with([
        { wrong: 'a wrong secret', change: { secretAccessKey: 'wrong' } },
        { wrong: 'an unknown key', change: { accessKeyId: 'nobody' } },
      ])
      .run(async ({ assert }, { change }) => {
        const storage = changed(change)
        for (const act of [
          () => storage.put('a', 'x'),
          () => storage.put('a', sourceOf(20, 1)),
          () => storage.get('a'),
          () => storage.head('a'),
          () => storage.delete('a'),
          () => storage.deletePrefix('a/'),
          () => storage.copy('a', 'b'),
          () => listed(storage, 'a/'),
          () => storage.ensureReady(),
        ]) {
          await failure(assert, 'E_ACCESS_DENIED', act)
        }
        const error = await failure(assert, 'E_STORAGE_CHECK_FAILED', () => storage.check())
        assert.isTrue(isStorageError(error.cause, 'E_ACCESS_DENIED'))
        assert.match(error.message, /writing a probe object.*wrong credentials or missing permission/)
      })

    test('says that the bucket is missing, or that nobody answers', async ({ assert }) => {
      const nowhere = changed({ bucket: `${target.config().bucket}-none` })
      await failure(assert, 'E_STORE_MISSING', () => nowhere.put('a', 'x'))
      await failure(assert, 'E_STORE_MISSING', () => nowhere.get('a'))
      await failure(assert, 'E_STORE_MISSING', () => listed(nowhere, ''))
      const silent = changed({ endpoint: 'http://127.0.0.1:9' })
      await failure(assert, 'E_STORAGE_UNAVAILABLE', () => silent.put('a', 'x'))
      await failure(assert, 'E_STORAGE_UNAVAILABLE', () => silent.ensureReady())
    })

    test('makes a missing bucket once, though two processes ask', async ({ assert }) => {
      await Promise.all([target.storage().ensureReady(), target.storage().ensureReady()])
      await target.storage().check()
      assert.deepEqual(await keysOf(target.storage(), '.check/'), [])
    })

    test('stores headers for players, in one piece and in parts, and no transfer coding', async ({
      assert,
    }) => {
      const storage = target.storage()
      const folder = newFolder()
      const cacheControl = 'public, max-age=31536000, immutable'
      await storage.put(`${folder}small.m4s`, sourceOf(1, 1), { cacheControl })
      await storage.put(`${folder}large.m4s`, sourceOf(20, 1), { cacheControl })
      await storage.copyPrefix(folder, 'public/')
      await copyObject(bucket(), `${folder}large.m4s`, 'public/parts.m4s', {
        singleBytes: MiB,
        partBytes: 6 * MiB,
      })
      for (const Key of [`${folder}small.m4s`, 'public/small.m4s', 'public/large.m4s', 'public/parts.m4s']) {
        const head = await target.client.send(new HeadObjectCommand({ Bucket: target.config().bucket, Key }))
        assert.equal(head.CacheControl, cacheControl, Key)
        assert.equal(head.ContentType, 'video/iso.segment', Key)
        assert.isUndefined(head.ContentEncoding, Key)
      }
      assert.equal(hashOf(await read(storage, 'public/parts.m4s')), hashOf(Buffer.alloc(20 * MiB, 1)))
    })

    test('reports the keys that a deletion could not delete, after deleting the others', async ({
      assert,
    }) => {
      const storage = target.storage()
      const folder = newFolder()
      for (const name of ['a', 'held', 'z']) await storage.put(folder + name, 'x')
      const Bucket = target.config().bucket
      const Resource = `arn:aws:s3:::${Bucket}/${folder}held`
      const Statement = [{ Effect: 'Deny', Principal: '*', Action: 's3:DeleteObject', Resource }]
      const Policy = JSON.stringify({ Version: '2012-10-17', Statement })
      await target.client.send(new PutBucketPolicyCommand({ Bucket, Policy }))
      const error = await failure(assert, 'E_DELETE_INCOMPLETE', () => storage.deletePrefix(folder))
      assert.match(error.message, /1 of .*held: AccessDenied/)
      assert.deepEqual(await keysOf(storage, folder), ['held'])
      const open = JSON.stringify({
        Version: '2012-10-17',
        Statement: [{ ...Statement[0], Effect: 'Allow' }],
      })
      await target.client.send(new PutBucketPolicyCommand({ Bucket, Policy: open }))
      assert.equal(await storage.deletePrefix(folder), 1)
    })

    test('takes up a download where the connection broke, and gives up when it always breaks', async ({
      assert,
      cleanup,
    }) => {
      const key = `${newFolder()}source.mp4`
      await target.storage().put(key, sourceOf(9, 3))
      const directory = await mkdtemp(join(tmpdir(), 'storage-download-'))
      cleanup(() => rm(directory, { recursive: true }))
      const proxy = await faultyProxy(target.config().endpoint!, 4 * MiB)
      cleanup(() => proxy.close())
      const storage = changed({ endpoint: proxy.endpoint })
      const lent = await storage.localFile(key, { directory })
      assert.equal(proxy.cuts(), 2)
      assert.equal(hashOf(await readFile(lent.path)), hashOf(Buffer.alloc(9 * MiB, 3)))
      await lent.release()
      proxy.cutAfter(MiB)
      await failure(assert, 'E_STORAGE_UNAVAILABLE', () => storage.localFile(key, { directory }))
      assert.deepEqual(await readdir(directory), [])
    })

    const bucket = () => ({ client: target.client, name: target.config().bucket })
  })
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
