import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import testUtils from '@adonisjs/core/services/test_utils'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { newId } from '#app/core/ids'
import { storage } from '#app/core/media_storage'
import { forgetOldRows, sweep } from '#app/operations/sweep'
import Upload from '#app/uploads/upload'
import Video from '#app/videos/video'
import { givenUser } from '#tests/helpers/people'
import { dropTrees, givenTree } from '#tests/helpers/trees'
import { Tus } from '#tests/helpers/tus'
import { givenVideo } from '#tests/helpers/videos'
import env from '#start/env'

const longAgo = new Date(Date.now() - 3 * 86_400_000)

/** Makes a file in storage older than anything that is still being written. Buckets keep their own time. */
const age = (key: string) => utimes(join(env.get('DATA_DIR'), 'media', key), longAgo, longAgo)
const isOnDisk = storage.driver === 'disk'

test.group('The sweep', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
  group.each.setup(() => storage.ensureReady())

  test('removes uploads past their time, and leaves those that may go on', async ({ assert, cleanup }) => {
    const owner = await givenUser('producer')
    const tus = await Tus.for(owner)
    cleanup(() => tus.forget())
    const begin = async () => {
      const video = await givenVideo({ ownerId: owner.id, status: 'ready' })
      const location = await tus.begin(video, 10)
      await tus.send(location, 0, '01234')
      return { location, upload: await Upload.findByOrFail('videoId', video.id) }
    }
    const [expired, open] = [await begin(), await begin()]
    await expired.upload.merge({ expiresAt: DateTime.utc().minus({ minutes: 1 }) }).save()
    assert.equal((await sweep()).uploads, 1)
    assert.isNull(await Upload.find(expired.upload.id))
    assert.isNull(await storage.head(expired.upload.storageKey))
    assert.equal((await tus.head(expired.location)).status, 404)
    assert.equal(await tus.offset(open.location), 5)
    assert.equal((await sweep()).uploads, 0)
  })

  if (isOnDisk) {
    test('removes media that belongs to nothing any more, once nobody can be writing it', async ({
      assert,
      cleanup,
    }) => {
      const [kept, gone, hidden] = [
        await givenVideo({ status: 'published' }),
        await givenVideo(),
        await givenVideo({ status: 'published' }),
      ]
      const trees = [await givenTree(kept), await givenTree(gone), await givenTree(hidden)] as const
      cleanup(() => dropTrees(kept, gone, hidden))
      const name = 'poster.jpg'
      const keys = {
        shown: trees[0].publicPrefix + name,
        own: trees[0].privatePrefix + name,
        orphan: trees[1].privatePrefix + name,
        young: `${trees[1].privatePrefix}master.m3u8`,
        withdrawn: trees[2].publicPrefix + name,
        upload: `uploads/${newId()}`,
        source: trees[0].sourceKey,
      }
      for (const key of [keys.upload, keys.source]) await storage.put(key, 'source')
      cleanup(() => storage.delete(keys.source))
      for (const [kind, key] of Object.entries(keys)) if (kind !== 'young') await age(key)
      await Video.query().where('id', gone.id).delete()
      await trees[2].merge({ isPublic: false }).save()

      assert.equal((await sweep()).mediaFiles, 3)
      const left = []
      for (const [kind, key] of Object.entries(keys)) if (await storage.head(key)) left.push(kind)
      assert.deepEqual(left, ['shown', 'own', 'young', 'source'])
    })
  }

  test('removes scratch folders of attempts that died', async ({ assert }) => {
    const scratch = join(env.get('DATA_DIR'), 'scratch')
    for (const [name, at] of [
      ['old-1', longAgo],
      ['new-1', new Date()],
    ] as const) {
      await mkdir(join(scratch, name), { recursive: true })
      await writeFile(join(scratch, name, 'seg.m4s'), 'x')
      await utimes(join(scratch, name), at, at)
    }
    assert.equal((await sweep()).scratchFolders, 1)
    const left = await readdir(scratch)
    assert.include(left, 'new-1')
    assert.notInclude(left, 'old-1')
  })

  test('forgets after thirteen months what people searched for in vain', async ({ assert }) => {
    const month = (back: number) =>
      DateTime.now().setZone('Asia/Ho_Chi_Minh').startOf('month').minus({ months: back })
    for (const back of [0, 13, 14, 30]) {
      const words = { query: `xe bay ${back}`, written: `xe bay ${back}` }
      await db
        .table('unfound_searches')
        .insert({ ...words, month: month(back).toFormat('yyyy-MM'), count: 1 })
    }
    await forgetOldRows()
    const left = await db.from('unfound_searches').whereLike('query', 'xe bay %').orderBy('month', 'desc')
    assert.deepEqual(
      left.map(({ query }) => query),
      ['xe bay 0', 'xe bay 13']
    )
  })
})
