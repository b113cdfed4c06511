import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { storage } from '#app/core/media_storage'
import { changeSiteSettings } from '#app/site/site_settings'
import Revision from '#app/videos/revision'
import type Video from '#app/videos/video'
import { CookieClient } from '#tests/helpers/cookie_client'
import { givenAgency, givenEverybody, givenUser, password } from '#tests/helpers/people'
import { as, origin, statusesFor } from '#tests/helpers/requests'
import { dropTrees, givenTree, treeFiles } from '#tests/helpers/trees'
import { givenVideo } from '#tests/helpers/videos'

const privately = (video: Video, revision: Revision, name: string) =>
  `/api/v1/videos/${video.id}/media/${revision.id}/${name}`

test.group('Media of what is not published', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('forbids whoever may not see the video, file by file', async ({ client, assert, cleanup }) => {
    const agency = await givenAgency()
    const owner = await givenUser('producer', { agencyId: agency.id })
    const colleague = await givenUser('producer', { agencyId: agency.id })
    const people = { ...(await givenEverybody()), owner, colleague }
    const video = await givenVideo({ ownerId: owner.id, agencyId: agency.id })
    const revision = await givenTree(video)
    cleanup(() => dropTrees(video))
    for (const name of Object.keys(treeFiles)) {
      const asked = await statusesFor(people, () => client.get(privately(video, revision, name)))
      const expected = {
        nobody: 404,
        producer: 404,
        owner: 200,
        colleague: 200,
        editor: 200,
        administrator: 200,
      }
      assert.deepEqual(asked, expected, name)
      ;(await client.get(`/media/videos/${video.id}/${revision.id}/${name}`)).assertStatus(404)
    }
  })

  test('forbids to reach beside the tree', async ({ assert, cleanup }) => {
    const owner = await givenUser('producer')
    const browser = new CookieClient()
    await browser.logIn(owner.email, password)
    const [video, other] = [await givenVideo({ ownerId: owner.id }), await givenVideo()]
    const [revision, foreign] = [await givenTree(video), await givenTree(other)]
    cleanup(() => dropTrees(video, other))
    const paths = [
      privately(video, foreign, 'master.m3u8'),
      privately(other, revision, 'master.m3u8'),
      privately(
        video,
        revision,
        `..%2f..%2f..%2f${other.id}%2f${foreign.id}%2f${foreign.tree}%2fmaster.m3u8`
      ),
      privately(video, revision, '%2e%2e/secrets.json'),
      privately(video, revision, '..%5c..%5csecrets.json'),
      privately(video, revision, '240p//media.m3u8'),
      privately(video, revision, ''),
    ]
    for (const path of paths) assert.equal((await browser.send('GET', path)).status, 404, path)
  })

  test('comes with the session’s cookie as with a token, and is kept by no cache', async ({
    client,
    assert,
    cleanup,
  }) => {
    const owner = await givenUser('producer')
    const video = await givenVideo({ ownerId: owner.id })
    const revision = await givenTree(video)
    cleanup(() => dropTrees(video))
    const browser = new CookieClient()
    await browser.logIn(owner.email, password)
    for (const [name, content] of Object.entries(treeFiles)) {
      const answer = await browser.send('GET', privately(video, revision, name))
      assert.deepEqual([answer.status, answer.text], [200, content])
      assert.equal(answer.headers.get('cache-control'), 'private, no-store')
    }
    const answer = await as(
      owner,
      client.get(privately(video, revision, '240p/0001.m4s')).header('range', 'bytes=0-3')
    )
    answer.assertStatus(206)
  })
})

test.group('Media of what is published', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  async function givenShown() {
    const video = await givenVideo({ status: 'published' })
    const revision = await givenTree(video)
    return { video, url: (name: string) => `${origin()}/media/videos/${video.id}/${revision.id}/${name}` }
  }

  test('is of its kind, for any site, without a cookie', async ({ assert, cleanup }) => {
    const { video, url } = await givenShown()
    cleanup(() => dropTrees(video))
    const types = {
      'master.m3u8': 'application/vnd.apple.mpegurl',
      '240p/0001.m4s': 'video/iso.segment',
      'poster.jpg': 'image/jpeg',
    }
    for (const [name, type] of Object.entries(types)) {
      const { status, headers } = await fetch(url(name), { headers: { origin: 'https://xa.example.test' } })
      assert.equal(status, 200)
      assert.include(headers.get('content-type'), type)
      assert.equal(headers.get('access-control-allow-origin'), '*')
      assert.equal(headers.get('x-content-type-options'), 'nosniff')
      assert.match(headers.get('cache-control')!, /^public, /)
      assert.isEmpty(headers.getSetCookie())
    }
    assert.equal((await fetch(url('khong-co.m4s'))).status, 404)
  })

  test('is sent in the part that is asked for', async ({ assert, cleanup }) => {
    const { video, url } = await givenShown()
    cleanup(() => dropTrees(video))
    const whole = treeFiles['240p/0001.m4s']!
    const ask = async (range: string, method = 'GET') => {
      const answer = await fetch(url('240p/0001.m4s'), { method, headers: { range } })
      return [answer.status, answer.headers.get('content-range'), await answer.text()]
    }
    assert.deepEqual(await ask('bytes=0-6'), [206, `bytes 0-6/${whole.length}`, 'segment'])
    assert.deepEqual(await ask('bytes=9-'), [206, `bytes 9-18/${whole.length}`, whole.slice(9)])
    assert.deepEqual(await ask('bytes=9-9999'), [206, `bytes 9-18/${whole.length}`, whole.slice(9)])
    assert.deepEqual(await ask('bytes=19-'), [416, `bytes */${whole.length}`, ''])
    for (const odd of ['bytes=5-2', 'bytes=0-1,4-5', 'lines=0-1', 'bytes=a-b', 'bytes=-', 'bytes=-4']) {
      assert.deepEqual(await ask(odd), [200, null, whole], odd)
    }
  })

  test('tells its size to whoever asks for the head', async ({ assert, cleanup }) => {
    const { video, url } = await givenShown()
    cleanup(() => dropTrees(video))
    const answer = await fetch(url('240p/0001.m4s'), { method: 'HEAD' })
    assert.equal(answer.status, 200)
    assert.equal(answer.headers.get('content-length'), String(treeFiles['240p/0001.m4s']!.length))
    assert.equal(answer.headers.get('accept-ranges'), 'bytes')
    assert.equal(await answer.text(), '')
  })

  test('is not reached through another video’s address', async ({ client, assert, cleanup }) => {
    const { video, url } = await givenShown()
    const other = await givenVideo({ status: 'published' })
    cleanup(() => dropTrees(video))
    assert.equal((await fetch(url('poster.jpg').replace(video.id, other.id))).status, 404)
    await storage.put('public/note.txt', 'not of any video')
    cleanup(() => storage.delete('public/note.txt'))
    ;(await client.get('/media/note.txt')).assertStatus(404)
    assert.notEqual((await fetch(url('..%2f..%2f..%2fnote.txt'))).status, 200)
  })

  test('is not to be kept as a file where the site allows no downloads, and plays all the same', async ({
    client,
    assert,
    cleanup,
  }) => {
    const { video, url } = await givenShown()
    cleanup(() => dropTrees(video))
    const revision = await Revision.findOrFail(video.currentRevisionId!)
    await revision
      .merge({
        files: { ...revision.files!, download: 'video.mp4', audio: 'sound.mp3', poster: 'poster.jpg' },
      })
      .save()
    for (const name of ['video.mp4', 'sound.mp3']) await storage.put(revision.publicPrefix + name, 'whole')
    const playback = async () => {
      const { downloadUrl, audioUrl } = (await client.get(`/api/v1/videos/${video.id}`)).body().data.playback
      return [downloadUrl, audioUrl]
    }
    const statuses = () =>
      Promise.all(
        ['video.mp4', 'sound.mp3', 'master.m3u8', 'poster.jpg'].map(
          async (name) => (await fetch(url(name))).status
        )
      )
    assert.deepEqual(await playback(), [url('video.mp4'), url('sound.mp3')])
    assert.deepEqual(await statuses(), [200, 200, 200, 200])
    await changeSiteSettings({ downloads: false })
    assert.deepEqual(await playback(), [null, null])
    assert.deepEqual(await statuses(), [404, 404, 200, 200])
    await changeSiteSettings({ downloads: true })
    assert.deepEqual(await statuses(), [200, 200, 200, 200])
  })
})
