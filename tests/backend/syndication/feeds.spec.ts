import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import Agency from '#app/accounts/agency'
import { CookieClient } from '#tests/helpers/cookie_client'
import { givenUser, password } from '#tests/helpers/people'
import { origin } from '#tests/helpers/requests'
import { givenPublishedVideo, givenTag, givenVideo } from '#tests/helpers/videos'
import { readXml, textsOf } from '#tests/helpers/xml'

const get = (path: string, headers = {}) => new CookieClient().send('GET', path, { headers })
const hostile = `A </title>]]><script>alert(1)</script> & "b" 'c' \u0001\u000b\uFFFE 😀 đ`
const readable = `A </title>]]><script>alert(1)</script> & "b" 'c'  😀 đ`

test.group('Feeds', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('name nothing that is not published, not even to its owner, and nothing that is history', async ({
    assert,
  }) => {
    const owner = await givenUser('producer')
    for (const status of ['ready', 'in_review', 'approved', 'withdrawn'] as const)
      await givenVideo({ ownerId: owner.id, title: `Giấu kín ${status}`, status })
    const kept = await givenPublishedVideo({ title: 'Giấu kín lịch sử' })
    await kept.merge({ historicalSince: kept.publishedAt }).save()
    const client = new CookieClient()
    await client.logIn(owner.email, password)
    for (const path of ['/feeds/rss.xml', '/feeds/feed.json']) {
      const feed = await client.send('GET', path)
      assert.equal(feed.status, 200)
      assert.notInclude(feed.text, 'Giấu kín')
    }
  })

  test('are 404 for what is not there', async ({ assert }) => {
    const paths = ['chu-de/khong-co', 'van-ban/khong-co', 'don-vi/khong-co', 'gi-do/giao-thong-van-tai']
    for (const path of paths) {
      assert.equal((await get(`/feeds/${path}/rss.xml`)).status, 404, path)
      assert.equal((await get(`/feeds/${path}/feed.json`)).status, 404, path)
    }
  })

  test('stay well-formed whatever a title holds', async ({ assert }) => {
    const video = await givenPublishedVideo({ title: hostile, description: hostile })
    const rss = await get('/feeds/rss.xml')
    assert.match(rss.headers.get('content-type')!, /^application\/rss\+xml/)
    assert.notInclude(rss.text, '<script')
    const document = readXml(rss.text)
    assert.include(textsOf(document, 'title'), readable)
    assert.include(textsOf(document, 'guid'), video.id)
    assert.lengthOf([...document.getElementsByTagName('media:thumbnail')], 1)
    const json = await get('/feeds/feed.json')
    assert.match(json.headers.get('content-type')!, /^application\/feed\+json/)
    assert.equal(json.body.version, 'https://jsonfeed.org/version/1.1')
    assert.equal(json.body.items[0].title, hostile)
    assert.equal(json.body.items[0].attachments[0].duration_in_seconds, 100)
  })

  test('are there for a topic, a law and an agency, and say where they are', async ({ assert }) => {
    const agency = await Agency.create({ slug: 'phong-tu-phap-thu', name: 'Phòng Tư pháp thử' })
    const video = await givenPublishedVideo({ agencyId: agency.id, topics: ['giao-thong-van-tai'] })
    await givenTag(video, '52/2014/QH13')
    await givenPublishedVideo({ title: 'Chuyện khác' })
    for (const path of ['chu-de/giao-thong-van-tai', 'van-ban/52-2014-qh13', 'don-vi/phong-tu-phap-thu']) {
      const rss = readXml((await get(`/feeds/${path}/rss.xml`)).text)
      assert.deepEqual(textsOf(rss, 'guid'), [video.id], path)
      const self = rss.getElementsByTagName('atom:link')[0]!
      assert.equal(self.getAttribute('href'), `${origin()}/feeds/${path}/rss.xml`)
      const json = await get(`/feeds/${path}/feed.json`)
      assert.deepEqual(
        json.body.items.map((item: { id: string }) => item.id),
        [video.id]
      )
      assert.equal(json.body.home_page_url, `${origin()}/${path}`)
    }
  })

  test('are not sent again to whoever has them, and forget at once what is unpublished', async ({
    assert,
  }) => {
    const video = await givenPublishedVideo({ title: 'Sắp được gỡ' })
    for (const path of ['/feeds/rss.xml', '/feeds/feed.json']) {
      await video.merge({ status: 'published' }).save()
      const first = await get(path)
      assert.isNotNull(first.headers.get('last-modified'))
      const known = { 'if-none-match': `W/"other", ${first.headers.get('etag')}` }
      const again = await get(path, known)
      assert.deepEqual([again.status, again.text], [304, ''])
      assert.equal(again.headers.get('etag'), first.headers.get('etag'))
      await video.merge({ status: 'approved' }).save()
      const after = await get(path, { ...known, 'if-modified-since': new Date().toUTCString() })
      assert.equal(after.status, 200)
      assert.notInclude(after.text, 'Sắp được gỡ')
    }
  })

  test('name the language of their own sentences', async ({ assert }) => {
    for (const [asked, language] of [
      ['vi', 'vi'],
      ['en-GB, en;q=0.9', 'en'],
      ['fr', 'vi'],
    ] as const) {
      const headers = { 'accept-language': asked }
      const rss = readXml((await get('/feeds/rss.xml', headers)).text)
      assert.deepEqual(textsOf(rss, 'language'), [language], asked)
      assert.equal((await get('/feeds/feed.json', headers)).body.language, language)
    }
  })
})
