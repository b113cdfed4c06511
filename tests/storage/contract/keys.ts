import { test } from '@japa/runner'
import { type ContractTarget, failure, keysOf, newFolder, read } from '../support.js'

const STRANGE = [
  'Hỏi đáp pháp luật/Tập 1 – Đất đai.mp4',
  'a b/c  d.m4s',
  '100%25 + 1&2=3;4,5@6:7$8!9.bin',
  'what?query#fragment',
  `quotes ' " \` and [brackets] {braces} <angles> |pipe| ^hat ~tilde (round)*`,
  '.hidden/..double/...triple',
  'ends with a dot./ends with a space /x',
  'emoji 🎬/𠀀.txt',
  `${'đ'.repeat(127)}/${'x'.repeat(255)}/${'y'.repeat(255)}`,
]

const REFUSED = [
  '',
  '/a',
  'a/',
  'a//b',
  '.',
  '..',
  '../a',
  'a/../b',
  'a/./b',
  'a/..',
  'a\\b',
  'a\0b',
  'a\nb',
  'a\u007fb',
  '\ud800',
  'x'.repeat(256),
  `${'a/'.repeat(512)}b`,
  '.storage/temporary/x',
  '.STORAGE/x',
]

export function keys(target: ContractTarget): void {
  test.group(`${target.name} storage: keys`, (group) => {
    group.setup(() => target.setup())
    group.teardown(() => target.teardown())

    test('stores, lists, copies and deletes under strange names', async ({ assert }) => {
      const storage = target.storage()
      const folder = newFolder()
      for (const key of STRANGE) await storage.put(folder + key, key)
      assert.sameMembers(await keysOf(storage, folder), STRANGE)
      for (const key of STRANGE) {
        assert.equal((await read(storage, folder + key)).toString(), key)
        await storage.copy(folder + key, `${folder}copies/${key}`)
        await storage.delete(folder + key)
        assert.isNull(await storage.head(folder + key))
      }
      assert.sameMembers(await keysOf(storage, `${folder}copies/`), STRANGE)
      assert.equal(await storage.deletePrefix(folder), STRANGE.length)
    })

    test('finds a Vietnamese name however its accents were typed', async ({ assert }) => {
      const storage = target.storage()
      const folder = newFolder()
      const name = 'Điều lệ Đảng.mp4'
      await storage.put(folder + name.normalize('NFD'), 'x')
      assert.deepEqual(await keysOf(storage, folder), [name.normalize('NFC')])
      assert.isNotNull(await storage.head(folder + name.normalize('NFC')))
    })

    test('refuses unusable keys everywhere', async ({ assert }) => {
      const storage = target.storage()
      for (const key of REFUSED) {
        for (const act of [
          () => storage.put(key, 'x'),
          () => storage.putFile(key, '/dev/null'),
          () => storage.get(key),
          () => storage.head(key),
          () => storage.delete(key),
          () => storage.copy(key, 'a'),
          () => storage.copy('a', key),
          () => storage.localFile(key, { directory: '/nowhere' }),
        ]) {
          await failure(assert, 'E_INVALID_KEY', act)
        }
      }
    })

    test('does not announce foreign names that nobody could ask for, but deletes them with their folder', async ({
      assert,
    }) => {
      const storage = target.storage()
      const folder = newFolder()
      await storage.put(`${folder}own`, 'x')
      await target.plant(`${folder}back\\slash`)
      assert.deepEqual(await keysOf(storage, folder), ['own'])
      assert.equal(await storage.deletePrefix(folder), 2)
      assert.equal(await storage.deletePrefix(folder), 0)
    })
  })
}
