import { test } from '@japa/runner'
import { type ContractTarget, isUniform, keysOf, MiB, newFolder, read } from '../support.js'

export function concurrency(target: ContractTarget): void {
  test.group(`${target.name} storage: many at once`, (group) => {
    group.setup(() => target.setup())
    group.teardown(() => target.teardown())

    test('shows one whole object to every reader while sixteen writers put it', async ({ assert }) => {
      const storage = target.storage()
      const folder = newFolder()
      const key = `${folder}a`
      await storage.put(key, Buffer.alloc(MiB, 255))
      const writing = Promise.all(
        Array.from({ length: 16 }, (_, i) =>
          storage.put(key, Buffer.alloc(MiB, i), { contentType: `video/x-${i}` })
        )
      )
      let done = false
      const finished = writing.finally(() => (done = true))
      const reading = async () => {
        do {
          const bytes = await read(storage, key)
          assert.equal(bytes.length, MiB)
          assert.isTrue(isUniform(bytes))
        } while (!done)
      }
      await Promise.all([finished, reading(), reading()])
      const bytes = await read(storage, key)
      assert.isBelow(bytes[0]!, 16)
      assert.equal((await storage.head(key))?.contentType, `video/x-${bytes[0]}`)
      assert.deepEqual(await keysOf(storage, folder), ['a'])
    })

    test('goes on reading the object that was opened when another takes its place', async ({ assert }) => {
      const storage = target.storage()
      const key = `${newFolder()}a`
      await storage.put(key, 'old')
      const { stream } = await storage.get(key)
      await storage.put(key, 'new')
      assert.deepEqual(Buffer.concat(await stream.toArray()).toString(), 'old')
      assert.equal((await read(storage, key)).toString(), 'new')
    })

    test('loses no put beside deletes that empty the same folder', async ({ assert }) => {
      const storage = target.storage()
      const folder = newFolder()
      const comeAndGo = async (i: number) => {
        for (let round = 0; round < 15; round++) {
          const key = `${folder}deep/er/${i}`
          await storage.put(key, String(round))
          assert.equal((await read(storage, key)).toString(), String(round))
          await storage.delete(key)
        }
      }
      await Promise.all(Array.from({ length: 8 }, (_, i) => comeAndGo(i)))
      assert.deepEqual(await keysOf(storage, folder), [])
    })
  })
}
