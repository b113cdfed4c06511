import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { test } from '@japa/runner'
import { createStorage, type Storage } from '@hub/storage'
import { failure, keysOf, read } from './support.js'

test.group('disk storage: its files', (group) => {
  let base = ''
  let root = ''
  let storage: Storage
  group.each.setup(async () => {
    base = await mkdtemp(join(tmpdir(), 'storage-files-'))
    root = join(base, 'root')
    storage = createStorage({ driver: 'disk', root })
    await storage.ensureReady()
    return () => rm(base, { recursive: true })
  })

  test('says that the root is missing, and makes it when asked, as often as asked', async ({ assert }) => {
    const elsewhere = createStorage({ driver: 'disk', root: join(base, 'a/b') })
    await failure(assert, 'E_STORE_MISSING', () => elsewhere.put('a', 'x'))
    await failure(assert, 'E_STORE_MISSING', () => elsewhere.head('a'))
    await failure(assert, 'E_STORAGE_CHECK_FAILED', () => elsewhere.check())
    await Promise.all([elsewhere.ensureReady(), elsewhere.ensureReady()])
    await elsewhere.check()
  })

  test('follows no symbolic link out of the root, neither reading nor writing', async ({ assert }) => {
    await mkdir(join(base, 'outside/sub'), { recursive: true })
    await writeFile(join(base, 'outside/secret'), 'secret')
    await symlink(join(base, 'outside'), join(root, 'folder'))
    await symlink(join(base, 'outside/secret'), join(root, 'file'))
    for (const key of ['file', 'folder/secret', 'folder/sub/x']) {
      await failure(assert, 'E_SYMLINK_REFUSED', () => storage.head(key))
      await failure(assert, 'E_SYMLINK_REFUSED', () => storage.copy(key, 'to'))
      await failure(assert, 'E_SYMLINK_REFUSED', () => storage.localFile(key, { directory: base }))
    }
    for (const key of ['file', 'folder/secret'])
      await failure(assert, 'E_SYMLINK_REFUSED', () => storage.get(key))
    for (const key of ['folder/new', 'folder/deep/new']) {
      await failure(assert, 'E_SYMLINK_REFUSED', () => storage.put(key, 'x'))
    }
    await failure(assert, 'E_SYMLINK_REFUSED', () => storage.delete('folder/secret'))
    await failure(assert, 'E_SYMLINK_REFUSED', () => storage.deletePrefix('folder/'))
    await failure(assert, 'E_SYMLINK_REFUSED', () => keysOf(storage, 'folder/'))
    assert.deepEqual(await keysOf(storage, ''), [])
    await storage.put('file', 'mine')
    await storage.delete('folder')
    assert.deepEqual(await readdir(root), ['.storage', 'file'])
    assert.sameMembers(await readdir(join(base, 'outside')), ['secret', 'sub'])
    assert.equal(await readFile(join(base, 'outside/secret'), 'utf8'), 'secret')
  })

  test('deletes a link inside a folder, not what it leads to', async ({ assert }) => {
    await mkdir(join(base, 'outside'))
    await writeFile(join(base, 'outside/kept'), 'x')
    await storage.put('a/own', 'x')
    await symlink(join(base, 'outside'), join(root, 'a/link'))
    await storage.deletePrefix('a/')
    assert.deepEqual(await readdir(join(base, 'outside')), ['kept'])
    assert.deepEqual(await readdir(root), ['.storage'])
  })

  test('may have a root that is itself a link', async ({ assert }) => {
    await symlink(root, join(base, 'linked'))
    const linked = createStorage({ driver: 'disk', root: join(base, 'linked') })
    await linked.ensureReady()
    await linked.put('a/b', 'x')
    assert.deepEqual(await keysOf(linked, 'a/'), ['b'])
    assert.equal((await read(storage, 'a/b')).toString(), 'x')
  })

  test('keeps its own files out of listings and leaves no empty folders', async ({ assert }) => {
    await storage.put('a/b/c', 'x', { contentType: 'text/x-y' })
    assert.deepEqual(await keysOf(storage, ''), ['a/b/c'])
    await storage.put('a/b/c', 'y', { contentType: 'text/x-z' })
    await storage.put('g', 'x', { contentType: 'text/x-y' })
    await storage.put('g', 'y')
    await storage.delete('g')
    await storage.delete('a/b/c')
    await storage.put('d/e/f', 'x', { contentType: 'text/x-y' })
    await storage.deletePrefix('d/')
    assert.deepEqual(await readdir(root), ['.storage'])
    assert.deepEqual(await readdir(join(root, '.storage/types')), [])
  })

  test('does not make one name an object and a folder', async ({ assert }) => {
    await storage.put('a/b', 'x')
    await storage.put('c', 'x')
    await failure(assert, 'E_KEY_CONFLICT', () => storage.put('a', 'x'))
    await failure(assert, 'E_KEY_CONFLICT', () => storage.put('c/d', 'x'))
    await mkdir(join(root, 'empty'))
    await storage.put('empty', 'takes the place of a forgotten folder')
    assert.deepEqual(await keysOf(storage, ''), ['a/b', 'c', 'empty'])
  })

  test('copies without using space, and lends the stored file itself', async ({ assert }) => {
    await storage.put('a', 'x')
    await storage.copy('a', 'b')
    assert.equal((await stat(join(root, 'b'))).ino, (await stat(join(root, 'a'))).ino)
    const lent = await storage.localFile('a', { directory: base })
    assert.equal(lent.path, join(root, 'a'))
    await lent.release()
    assert.equal((await read(storage, 'a')).toString(), 'x')
  })

  test('says that the disk is full and leaves nothing of the object', async ({ assert }) => {
    // a limit on the size of a file stands in for the end of the disk: the write fails in the same place
    const script = fileURLToPath(new URL('./contract/writer.ts', import.meta.url))
    const node = `exec "${process.execPath}" --import @poppinss/ts-exec "${script}" "$1" endless a`
    const args = ['-c', `ulimit -f 10240 && ${node}`, 'bash', JSON.stringify({ driver: 'disk', root })]
    const failed = await promisify(execFile)('bash', args).then(
      () => assert.fail('the writer went on'),
      (error: { stderr: string }) => error
    )
    assert.match(failed.stderr, /the storage is full: a \(EFBIG\)/)
    assert.deepEqual(await keysOf(storage, ''), [])
    assert.deepEqual(await readdir(join(root, '.storage/temporary')), [])
  })
})
