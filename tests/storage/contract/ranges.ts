import { once } from 'node:events'
import { buffer } from 'node:stream/consumers'
import { test } from '@japa/runner'
import { type ContractTarget, failure, newFolder, sourceOf } from '../support.js'

export function ranges(target: ContractTarget): void {
  test.group(`${target.name} storage: ranges`, (group) => {
    group.setup(() => target.setup())
    group.teardown(() => target.teardown())
    const digits = '0123456789'

    test('delivers exactly {asked}')
      .with([
        { asked: 'the first byte', range: { start: 0, end: 0 }, bytes: '0', end: 0 },
        { asked: 'a middle', range: { start: 3, end: 6 }, bytes: '3456', end: 6 },
        { asked: 'an open end', range: { start: 7 }, bytes: '789', end: 9 },
        { asked: 'the last byte', range: { start: 9, end: 9 }, bytes: '9', end: 9 },
        { asked: 'what there is of too much', range: { start: 8, end: 1000 }, bytes: '89', end: 9 },
        { asked: 'everything', range: { start: 0 }, bytes: digits, end: 9 },
      ])
      .run(async ({ assert }, { range, bytes, end }) => {
        const storage = target.storage()
        const key = `${newFolder()}a.bin`
        await storage.put(key, digits)
        const body = await storage.get(key, { range })
        assert.equal((await buffer(body.stream)).toString(), bytes)
        assert.deepEqual(body.range, { start: range.start, end })
        assert.equal(body.info.sizeBytes, 10)
      })

    test('refuses a range without bytes and tells the size', async ({ assert }) => {
      const storage = target.storage()
      const folder = newFolder()
      await storage.put(`${folder}a`, digits)
      await storage.put(`${folder}empty`, '')
      for (const range of [
        { start: 10 },
        { start: 99, end: 100 },
        { start: 5, end: 4 },
        { start: -1 },
        { start: NaN },
      ]) {
        const error = await failure(assert, 'E_RANGE_NOT_SATISFIABLE', () =>
          storage.get(`${folder}a`, { range })
        )
        assert.equal(error.sizeBytes, 10)
      }
      const all = { range: { start: 0 } }
      const error = await failure(assert, 'E_RANGE_NOT_SATISFIABLE', () => storage.get(`${folder}empty`, all))
      assert.equal(error.sizeBytes, 0)
    })

    test('says not found before it judges the range', async ({ assert }) => {
      const storage = target.storage()
      for (const range of [{ start: 0 }, { start: 5, end: 4 }]) {
        await failure(assert, 'E_OBJECT_NOT_FOUND', () => storage.get(`${newFolder()}none`, { range }))
      }
    })

    test('stops a read at the signal', async ({ assert }) => {
      const storage = target.storage()
      const key = `${newFolder()}long`
      await storage.put(key, sourceOf(20, 7))
      const aborting = new AbortController()
      const { stream } = await storage.get(key, { signal: aborting.signal })
      await once(stream, 'readable')
      aborting.abort()
      await assert.rejects(() => buffer(stream))
      assert.isTrue(stream.destroyed)
      await failure(assert, 'E_ABORTED', () => storage.get(key, { signal: aborting.signal }))
    })
  })
}
