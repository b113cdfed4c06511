import { test } from '@japa/runner'
import type { Storage } from '@hub/storage'
import { type ContractTarget, failure, keysOf, newFolder, read } from '../support.js'

const SEGMENTS = Array.from({ length: 12 }, (_, i) => `720p/${String(i).padStart(4, '0')}.m4s`)
const PLAYLISTS = ['720p/index.m3u8', 'index.m3u8']
const isPlaylist = (key: string) => key.endsWith('.m3u8')

async function givenTree(storage: Storage, folder: string): Promise<void> {
  await Promise.all([...SEGMENTS, ...PLAYLISTS].map((name) => storage.put(folder + name, name)))
}

/** Writes down when each copy begins and ends; the copying itself is the driver's own. */
function watchCopies(storage: Storage, before?: (from: string) => Promise<void>) {
  const events: { key: string; what: 'begins' | 'ends' }[] = []
  const copy = storage.copy.bind(storage)
  storage.copy = async (from, to) => {
    events.push({ key: from, what: 'begins' })
    await before?.(from)
    await copy(from, to)
    events.push({ key: from, what: 'ends' })
  }
  return events
}

export function trees(target: ContractTarget): void {
  test.group(`${target.name} storage: copying a tree`, (group) => {
    group.setup(() => target.setup())
    group.teardown(() => target.teardown())

    test('copies every object, and only those of the folder', async ({ assert }) => {
      const storage = target.storage()
      const folder = newFolder()
      await givenTree(storage, `${folder}private/1/`)
      await storage.put(`${folder}private/10/index.m3u8`, 'neighbour')
      const count = await storage.copyPrefix(`${folder}private/1/`, `${folder}public/1/`, {
        last: isPlaylist,
      })
      assert.equal(count, SEGMENTS.length + PLAYLISTS.length)
      assert.deepEqual(
        await keysOf(storage, `${folder}public/`),
        await keysOf(storage, `${folder}private/`).then((keys) => keys.filter((key) => key.startsWith('1/')))
      )
      assert.equal((await read(storage, `${folder}public/1/${SEGMENTS[3]}`)).toString(), SEGMENTS[3])
    })

    test('begins with the playlists when the last segment has arrived', async ({ assert }) => {
      const storage = target.storage()
      const folder = newFolder()
      await givenTree(storage, `${folder}a/`)
      const events = watchCopies(storage)
      await storage.copyPrefix(`${folder}a/`, `${folder}b/`, { last: isPlaylist, concurrency: 4 })
      const lastSegment = events.findLastIndex(({ key, what }) => !isPlaylist(key) && what === 'ends')
      const firstPlaylist = events.findIndex(({ key }) => isPlaylist(key))
      assert.equal(lastSegment, SEGMENTS.length * 2 - 1)
      assert.equal(firstPlaylist, lastSegment + 1)
    })

    test('copies no playlist when a segment is lost', async ({ assert }) => {
      const storage = target.storage()
      const folder = newFolder()
      await givenTree(storage, `${folder}a/`)
      const lost = `${folder}a/${SEGMENTS[5]}`
      watchCopies(storage, async (from) => {
        if (from === lost) await storage.delete(lost)
      })
      const act = () => storage.copyPrefix(`${folder}a/`, `${folder}b/`, { last: isPlaylist, concurrency: 3 })
      await failure(assert, 'E_OBJECT_NOT_FOUND', act)
      assert.deepEqual((await keysOf(storage, `${folder}b/`)).filter(isPlaylist), [])
    })

    test('answers zero for an empty folder and refuses to copy a tree into itself', async ({ assert }) => {
      const storage = target.storage()
      const folder = newFolder()
      assert.equal(await storage.copyPrefix(`${folder}a/`, `${folder}b/`), 0)
      await failure(assert, 'E_INVALID_PREFIX', () => storage.copyPrefix(`${folder}a/`, `${folder}a/b/`))
      await failure(assert, 'E_INVALID_PREFIX', () => storage.copyPrefix(`${folder}a/b/`, `${folder}a/`))
    })
  })
}
