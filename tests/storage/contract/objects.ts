import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { test } from '@japa/runner'
import { type ContractTarget, failure, keysOf, newFolder, read } from '../support.js'

export function objects(target: ContractTarget): void {
  test.group(`${target.name} storage: objects`, (group) => {
    group.setup(() => target.setup())
    group.teardown(() => target.teardown())

    test('gives back the bytes, whether they came as text, bytes or a stream', async ({ assert }) => {
      const storage = target.storage()
      const folder = newFolder()
      await storage.put(`${folder}text`, 'Luật Đất đai')
      await storage.put(`${folder}bytes`, Uint8Array.of(0, 255, 10))
      await storage.put(`${folder}stream`, Readable.from([Buffer.from('ab'), Buffer.from('c')]))
      await storage.put(`${folder}empty`, Readable.from([]))
      assert.equal((await read(storage, `${folder}text`)).toString(), 'Luật Đất đai')
      assert.deepEqual([...(await read(storage, `${folder}bytes`))], [0, 255, 10])
      assert.equal((await read(storage, `${folder}stream`)).toString(), 'abc')
      assert.equal((await read(storage, `${folder}empty`)).length, 0)
    })

    test('tells size, type, time and an etag, by head and with the body alike', async ({ assert }) => {
      const storage = target.storage()
      const key = `${newFolder()}index.m3u8`
      await storage.put(key, '#EXTM3U\n')
      const info = await storage.head(key)
      assert.containSubset(info, { key, sizeBytes: 8, contentType: 'application/vnd.apple.mpegurl' })
      assert.closeTo(info!.lastModified.getTime(), Date.now(), 60_000)
      assert.match(info!.etag!, /^".+"$/)
      const body = await storage.get(key)
      body.stream.destroy()
      assert.deepEqual(body.info, info!)
      assert.isUndefined(body.range)
    })

    test('keeps a declared type, also through a copy, and takes the next one', async ({ assert }) => {
      const storage = target.storage()
      const folder = newFolder()
      await storage.put(`${folder}upload`, 'x', { contentType: 'video/quicktime' })
      await storage.copy(`${folder}upload`, `${folder}copied`)
      assert.equal((await storage.head(`${folder}upload`))?.contentType, 'video/quicktime')
      assert.equal((await storage.head(`${folder}copied`))?.contentType, 'video/quicktime')
      await storage.put(`${folder}upload`, 'y')
      assert.equal((await storage.head(`${folder}upload`))?.contentType, 'application/octet-stream')
    })

    test('changes the etag with the bytes', async ({ assert }) => {
      const storage = target.storage()
      const key = `${newFolder()}a`
      await storage.put(key, 'one')
      const before = await storage.head(key)
      await storage.put(key, 'two')
      assert.notEqual((await storage.head(key))?.etag, before?.etag)
    })

    test('says that an object is not there', async ({ assert }) => {
      const storage = target.storage()
      const folder = newFolder()
      await storage.put(`${folder}a/b`, 'x')
      for (const key of [`${folder}none`, `${folder}a`, `${folder}a/b/c`, `${folder}none/deep/er`]) {
        assert.isNull(await storage.head(key), key)
        await failure(assert, 'E_OBJECT_NOT_FOUND', () => storage.get(key))
        await failure(assert, 'E_OBJECT_NOT_FOUND', () => storage.copy(key, `${folder}to`))
        await failure(assert, 'E_OBJECT_NOT_FOUND', () => storage.localFile(key, { directory: tmpdir() }))
        await storage.delete(key)
      }
      assert.equal((await read(storage, `${folder}a/b`)).toString(), 'x')
    })

    test('deletes an object once and does not mind the second time', async ({ assert }) => {
      const storage = target.storage()
      const key = `${newFolder()}a`
      await storage.put(key, 'x')
      await storage.delete(key)
      await storage.delete(key)
      assert.isNull(await storage.head(key))
    })

    test('makes copies that live on by themselves', async ({ assert }) => {
      const storage = target.storage()
      const folder = newFolder()
      await storage.put(`${folder}a`, 'old')
      await storage.copy(`${folder}a`, `${folder}b`)
      await storage.copy(`${folder}a`, `${folder}b`)
      await storage.copy(`${folder}a`, `${folder}a`)
      await storage.put(`${folder}a`, 'new')
      assert.equal((await read(storage, `${folder}b`)).toString(), 'old')
      await storage.delete(`${folder}a`)
      assert.equal((await read(storage, `${folder}b`)).toString(), 'old')
    })

    test('takes a local file and lends one', async ({ assert, cleanup }) => {
      const storage = target.storage()
      const directory = await mkdtemp(join(tmpdir(), 'storage-local-'))
      cleanup(() => rm(directory, { recursive: true }))
      const local = join(directory, 'in.mp4')
      await writeFile(local, 'moving pictures')
      const key = `${newFolder()}v.mp4`
      await storage.putFile(key, local)
      await rm(local)
      const lent = await storage.localFile(key, { directory })
      assert.equal(await readFile(lent.path, 'utf8'), 'moving pictures')
      assert.isTrue(lent.path.endsWith('.mp4'))
      await lent.release()
      await lent.release()
      assert.deepEqual(await readdir(directory), [])
      assert.isNotNull(await storage.head(key))
      const { cause } = await failure(assert, 'E_SOURCE_FAILED', () => storage.putFile(key, local))
      assert.propertyVal(cause, 'code', 'ENOENT')
    })

    test('passes its own check, which leaves nothing behind', async ({ assert }) => {
      const storage = target.storage()
      await storage.check()
      assert.deepEqual(await keysOf(storage, '.check/'), [])
    })
  })
}
