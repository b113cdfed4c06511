import { test } from '@japa/runner'
import { type ContractTarget, failure, keysOf, listed, newFolder } from '../support.js'

export function folders(target: ContractTarget): void {
  test.group(`${target.name} storage: folders`, (group) => {
    group.setup(() => target.setup())
    group.teardown(() => target.teardown())

    test('never touches the neighbours of a prefix', async ({ assert }) => {
      const storage = target.storage()
      const folder = newFolder()
      const names = [
        'videos/1-x',
        'videos/1.txt',
        'videos/1/a',
        'videos/1/b/c',
        'videos/10/a',
        'videos/100',
        'xvideos/1/a',
      ]
      for (const name of names) await storage.put(folder + name, 'x')
      assert.deepEqual(await keysOf(storage, `${folder}videos/1/`), ['a', 'b/c'])
      assert.equal(await storage.deletePrefix(`${folder}videos/1/`), 2)
      assert.deepEqual(
        await keysOf(storage, folder),
        names.filter((name) => !name.startsWith('videos/1/'))
      )
    })

    test('refuses a prefix that is empty or no folder', async ({ assert }) => {
      const storage = target.storage()
      for (const prefix of ['', '/', 'videos', 'videos//', '../', 'a/../', '.storage/']) {
        await failure(assert, 'E_INVALID_PREFIX', () => storage.deletePrefix(prefix))
        if (prefix) await failure(assert, 'E_INVALID_PREFIX', () => listed(storage, prefix))
        await failure(assert, 'E_INVALID_PREFIX', () => storage.copyPrefix(prefix, 'to/'))
        await failure(assert, 'E_INVALID_PREFIX', () => storage.copyPrefix('from/', prefix))
      }
    })

    test('lists in the order of the bytes of the keys', async ({ assert }) => {
      const storage = target.storage()
      const folder = newFolder()
      const ordered = ['B', 'a', 'a!b', 'a-1', 'a/1', 'a/10', 'a/2', 'a/b/c', 'a0', 'b', 'đ', '\uff5e', '😀']
      for (const name of ordered.toReversed()) {
        // on a disk one name is a file or a folder
        if (name !== 'a') await storage.put(folder + name, 'x')
      }
      assert.deepEqual(
        await keysOf(storage, folder),
        ordered.filter((name) => name !== 'a')
      )
    })

    test('lists with the size and type of each object, and all folders for an empty prefix', async ({
      assert,
    }) => {
      const storage = target.storage()
      const folder = newFolder()
      await storage.put(`${folder}0001.m4s`, '12345')
      const [info] = await listed(storage, folder)
      assert.containSubset(info, { key: `${folder}0001.m4s`, sizeBytes: 5, contentType: 'video/iso.segment' })
      assert.equal(info?.etag, (await storage.head(`${folder}0001.m4s`))?.etag)
      assert.include(await keysOf(storage, ''), `${folder}0001.m4s`)
      assert.deepEqual(await listed(storage, `${folder}none/`), [])
    })

    test('lists and deletes more than fits on one page', async ({ assert }) => {
      const storage = target.storage()
      const folder = newFolder()
      const names = Array.from({ length: 1_100 }, (_, i) => String(i).padStart(4, '0'))
      for (let i = 0; i < names.length; i += 50) {
        await Promise.all(names.slice(i, i + 50).map((name) => storage.put(folder + name, name)))
      }
      assert.deepEqual(await keysOf(storage, folder), names)
      assert.equal(await storage.deletePrefix(folder), 1_100)
      assert.deepEqual(await keysOf(storage, folder), [])
    })
  })
}
