import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { test } from '@japa/runner'
import { type ContractTarget, failure, keysOf, newFolder, read, sourceOf } from '../support.js'

// more than one part of a multipart upload of unknown size
const LONG = 20

export function sources(target: ContractTarget): void {
  test.group(`${target.name} storage: sources that disappoint`, (group) => {
    group.setup(() => target.setup())
    group.teardown(() => target.teardown())

    test('keeps the old object when the source fails {where}')
      .with([
        { where: 'at once', mebibytes: 0 },
        { where: 'late', mebibytes: LONG },
      ])
      .run(async ({ assert }, { mebibytes }) => {
        const storage = target.storage()
        const folder = newFolder()
        await storage.put(`${folder}a`, 'old')
        const broken = new Error('the camera fell down')
        const fail = () => Promise.reject(broken)
        for (const key of ['a', 'new']) {
          const put = () => storage.put(folder + key, sourceOf(mebibytes, 1, fail))
          assert.strictEqual((await failure(assert, 'E_SOURCE_FAILED', put)).cause, broken)
        }
        assert.deepEqual(await keysOf(storage, folder), ['a'])
        assert.equal((await read(storage, `${folder}a`)).toString(), 'old')
        assert.equal(await target.unfinishedCount(), 0)
      })

    test('leaves nothing when aborted while the source hangs', async ({ assert }) => {
      const storage = target.storage()
      const folder = newFolder()
      const aborting = new AbortController()
      const hang = () => {
        aborting.abort(new Error('the job was cancelled'))
        return new Promise<void>(() => {})
      }
      const source = sourceOf(LONG, 1, hang)
      const put = () => storage.put(`${folder}a`, source, { signal: aborting.signal })
      const error = await failure(assert, 'E_ABORTED', put)
      assert.propertyVal(error.cause, 'message', 'the job was cancelled')
      assert.isTrue(source.destroyed)
      assert.deepEqual(await keysOf(storage, folder), [])
      assert.equal(await target.unfinishedCount(), 0)
      await failure(assert, 'E_ABORTED', () => storage.put(`${folder}a`, 'x', { signal: aborting.signal }))
    })

    test('refuses a source that is shorter or longer than announced', async ({ assert }) => {
      const storage = target.storage()
      const folder = newFolder()
      for (const body of [
        '1234',
        Buffer.from('123456'),
        Readable.from(['12', '34']),
        Readable.from(['123', '456']),
      ]) {
        await failure(assert, 'E_SIZE_MISMATCH', () => storage.put(`${folder}a`, body, { sizeBytes: 5 }))
      }
      const short = () =>
        storage.put(`${folder}a`, sourceOf(LONG, 1), { sizeBytes: (LONG + 1) * 1024 * 1024 })
      await failure(assert, 'E_SIZE_MISMATCH', short)
      assert.deepEqual(await keysOf(storage, folder), [])
      assert.equal(await target.unfinishedCount(), 0)
      await storage.put(`${folder}a`, Readable.from(['123', '45']), { sizeBytes: 5 })
      assert.deepEqual(await keysOf(storage, folder), ['a'])
    })

    test('refuses a stream that was read or closed before, instead of storing nothing', async ({
      assert,
    }) => {
      const storage = target.storage()
      const key = `${newFolder()}a`
      const spent = Readable.from(['x'])
      await spent.toArray()
      const closed = createReadStream('/dev/zero').destroy()
      for (const stream of [spent, closed]) {
        await failure(assert, 'E_SOURCE_FAILED', () => storage.put(key, stream))
      }
      assert.isNull(await storage.head(key))
    })

    test('closes its source even if the key is refused', async ({ assert }) => {
      const source = createReadStream('/dev/zero')
      await failure(assert, 'E_INVALID_KEY', () => target.storage().put('../a', source))
      assert.isTrue(source.destroyed)
    })
  })
}
