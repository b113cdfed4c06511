import { test } from '@japa/runner'
import { type ContractTarget, isUniform, keysOf, MiB, newFolder, read, sourceOf } from '../support.js'
import { runWriter, startWriter } from './writer_process.js'

export function crashes(target: ContractTarget): void {
  test.group(`${target.name} storage: other processes`, (group) => {
    group.setup(() => target.setup())
    group.teardown(() => target.teardown())

    test('shows nothing of a writer killed in the middle, and can sweep what it left', async ({ assert }) => {
      const storage = target.storage()
      const folder = newFolder()
      await storage.put(`${folder}a`, 'old')
      for (const key of ['a', 'new']) {
        const writer = await startWriter(target.config(), 'endless', folder + key)
        // by then some parts have been accepted: no driver holds this much in memory
        await writer.says('80 MiB taken')
        await writer.kill()
      }
      assert.deepEqual(await keysOf(storage, folder), ['a'])
      assert.equal((await read(storage, `${folder}a`)).toString(), 'old')
      assert.equal(await target.unfinishedCount(), 2)
      assert.equal(await storage.removeUnfinished(new Date(Date.now() - 3_600_000)), 0)
      assert.equal(await storage.removeUnfinished(new Date(Date.now() + 60_000)), 2)
      assert.equal(await target.unfinishedCount(), 0)
    })

    test('has one whole object after a writer that replaced it again and again was killed', async ({
      assert,
    }) => {
      const storage = target.storage()
      const key = `${newFolder()}a`
      for (let run = 0; run < 3; run++) {
        const writer = await startWriter(target.config(), 'replacing', key)
        await writer.says(`put ${5 + run}`)
        await writer.kill()
        const bytes = await read(storage, key)
        assert.equal(bytes.length, 2 * MiB)
        assert.isTrue(isUniform(bytes))
      }
      await storage.removeUnfinished(new Date(Date.now() + 60_000))
    })

    test('holds only a small part of a long stream in memory', async ({ assert }) => {
      const { baseBytes, peakBytes } = await runWriter(target.config(), 'long', `${newFolder()}long`)
      assert.isAbove(peakBytes, baseBytes)
      assert.isBelow(peakBytes - baseBytes, 200 * MiB, 'growth while 300 MiB went in and came out')
    })

    test('takes a stream of unknown length in parts and gives it back whole', async ({ assert }) => {
      const storage = target.storage()
      const key = `${newFolder()}parts`
      await storage.put(key, sourceOf(35, 9))
      const bytes = await read(storage, key)
      assert.equal(bytes.length, 35 * MiB)
      assert.isTrue(isUniform(bytes))
    })
  })
}
