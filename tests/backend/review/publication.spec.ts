import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { storage } from '#app/core/media_storage'
import Revision from '#app/videos/revision'
import Video from '#app/videos/video'
import { codeOf } from '#tests/helpers/answers'
import { givenConsent } from '#tests/helpers/consents'
import { givenUser } from '#tests/helpers/people'
import { as } from '#tests/helpers/requests'
import { dropTrees, givenTree, treeFiles } from '#tests/helpers/trees'
import { givenVideo } from '#tests/helpers/videos'

const names = Object.keys(treeFiles)

test.group('Publication and its end', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  for (const [ending, method, path] of [
    ['taken back', 'delete', 'publication'],
    ['withdrawn', 'post', 'withdrawal'],
  ] as const) {
    test(`make the media everybody’s, and nobody’s at once when it is ${ending}`, async ({
      client,
      assert,
      cleanup,
    }) => {
      const editor = await givenUser('editor')
      const video = await givenVideo({ status: 'approved' })
      const revision = await givenTree(video)
      cleanup(() => dropTrees(video))
      await givenConsent(video)
      const mediaOf = (name: string) => `/media/videos/${video.id}/${revision.id}/${name}`
      for (const name of names) (await client.get(mediaOf(name))).assertStatus(404)

      ;(await as(editor, client.post(`/api/v1/videos/${video.id}/publication`)).json({})).assertStatus(200)
      for (const name of names) {
        const answer = await client.get(mediaOf(name))
        answer.assertStatus(200)
        assert.equal(answer.text() || String(answer.body()), treeFiles[name])
      }
      const { data } = (await client.get(`/api/v1/videos/${video.slug}`)).body()
      assert.equal(new URL(data.playback.hlsUrl).pathname, mediaOf('master.m3u8'))
      assert.isNotNull(data.publishedAt)

      ;(
        await as(editor, client[method](`/api/v1/videos/${video.id}/${path}`)).json({ reason: 'thử' })
      ).assertStatus(200)
      for (const name of names) {
        ;(await client.get(mediaOf(name))).assertStatus(404)
        assert.isNull(await storage.head(revision.publicPrefix + name))
        assert.isNotNull(await storage.head(revision.privatePrefix + name))
      }
      ;(await client.get(`/api/v1/videos/${video.slug}`)).assertStatus(404)
    })
  }

  test('ends by the row, even while files are still there', async ({ client, cleanup }) => {
    const video = await givenVideo({ status: 'published' })
    const revision = await givenTree(video)
    cleanup(() => dropTrees(video))
    const url = `/media/videos/${video.id}/${revision.id}/master.m3u8`
    ;(await client.get(url)).assertStatus(200)
    await revision.merge({ isPublic: false }).save()
    ;(await client.get(url)).assertStatus(404)
  })

  test('leaves nothing in public where the files could not all be copied', async ({
    client,
    assert,
    cleanup,
  }) => {
    const editor = await givenUser('editor')
    const video = await givenVideo({ status: 'approved' })
    await givenConsent(video)
    const revision = await givenTree(video)
    cleanup(() => dropTrees(video))
    // One name cannot be a file and a folder
    await storage.put(`${revision.publicPrefix}240p/media.m3u8/x`, 'in the way')
    const answer = await as(editor, client.post(`/api/v1/videos/${video.id}/publication`)).json({})
    if (answer.status() === 500) {
      assert.equal((await Video.findOrFail(video.id)).status, 'approved')
      assert.isFalse((await Revision.findOrFail(revision.id)).isPublic)
      for (const name of names) assert.isNull(await storage.head(revision.publicPrefix + name))
      ;(await client.get(`/media/videos/${video.id}/${revision.id}/poster.jpg`)).assertStatus(404)
    } else answer.assertStatus(200) // Buckets know no folders
  })
})

/** Not within one transaction: two requests at once need to see each other's. */
test.group('Two editors who press at once', () => {
  test('publish once', async ({ client, assert, cleanup }) => {
    const editors = [await givenUser('editor'), await givenUser('editor')]
    const video = await givenVideo({ status: 'approved' })
    const revision = await givenTree(video)
    cleanup(async () => {
      await (await Video.findOrFail(video.id)).delete()
      await dropTrees(video)
    })
    await givenConsent(video)
    const publish = (editor: (typeof editors)[0]) =>
      as(editor, client.post(`/api/v1/videos/${video.id}/publication`)).json({})
    const answers = await Promise.all(editors.map(publish))
    const [first, second] = answers.sort((a, b) => a.status() - b.status())
    assert.deepEqual([first!.status(), second!.status()], [200, 409])
    assert.include(['E_VIDEO_CHANGED_MEANWHILE', 'E_STEP_NOT_ALLOWED'], codeOf(second!) ?? 'none')
    // The one who came second takes nothing away from the viewers
    ;(await client.get(`/media/videos/${video.id}/${revision.id}/master.m3u8`)).assertStatus(200)
    const record = (await as(editors[0]!, client.get(`/api/v1/videos/${video.id}/record`))).body().data
    assert.lengthOf(
      record.filter(({ action }: { action: string }) => action === 'publish'),
      1
    )
  })
})
