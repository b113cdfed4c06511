import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { sitemapVideos } from '#app/syndication/sitemap_pages'
import { CookieClient } from '#tests/helpers/cookie_client'
import { origin } from '#tests/helpers/requests'
import { givenPublishedVideo, givenVideo } from '#tests/helpers/videos'
import { readXml, textsOf } from '#tests/helpers/xml'

const get = (path: string) => new CookieClient().send('GET', path)

test.group('Sitemaps', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('name no video that is not published', async ({ assert }) => {
    const hidden = await givenVideo()
    const video = await givenPublishedVideo()
    const before = await get('/sitemaps/videos-1.xml')
    assert.include(before.text, `/video/${video.slug}`)
    assert.notInclude(before.text, hidden.slug)
    await video.merge({ status: 'withdrawn' }).save()
    const after = await get('/sitemaps/videos-1.xml')
    assert.notInclude(after.text, video.slug)
  })

  test('are 404 beyond the last', async ({ assert }) => {
    for (const name of ['videos-999.xml', 'videos-0.xml', 'videos-01.xml', 'videos-x.xml', 'khac.xml'])
      assert.equal((await get(`/sitemaps/${name}`)).status, 404, name)
  })

  test('tell of videos, pages and their languages', async ({ assert }) => {
    const title = `${'Một chuyện rất dài </video:title> & '.repeat(5)}`
    const video = await givenPublishedVideo({ title, description: 'x'.repeat(3000) })
    const index = readXml((await get('/sitemap.xml')).text)
    const locations = textsOf(index, 'loc')
    assert.deepEqual(locations, [`${origin()}/sitemaps/pages.xml`, `${origin()}/sitemaps/videos-1.xml`])
    const answer = await get('/sitemaps/videos-1.xml')
    assert.match(answer.headers.get('content-type')!, /^application\/xml/)
    const videos = readXml(answer.text)
    assert.include(textsOf(videos, 'loc'), `${origin()}/video/${video.slug}`)
    assert.isTrue(textsOf(videos, 'video:title').every((one) => one.length <= 100))
    assert.isTrue(textsOf(videos, 'video:description').every((one) => one.length <= 2048))
    assert.include(textsOf(videos, 'video:player_loc'), `${origin()}/nhung/${video.id}`)
    assert.include(textsOf(videos, 'video:duration'), '100')
    const pages = readXml((await get('/sitemaps/pages.xml')).text)
    assert.includeMembers(textsOf(pages, 'loc'), [
      `${origin()}/`,
      `${origin()}/chu-de/giao-thong-van-tai`,
      `${origin()}/van-ban/52-2014-qh13`,
    ])
    const alternates = [...pages.getElementsByTagName('xhtml:link')].map((link) => link.getAttribute('href'))
    assert.include(alternates, `${origin()}/chu-de?lang=en`)
  })

  test('are cut into chunks, of which a full one stays as it is', async ({ assert }) => {
    const days = [1, 2, 3, 4, 5]
    const made = []
    for (const day of days) made.push(await givenPublishedVideo({ publishedAt: DateTime.utc(2001, 1, day) }))
    const idsOf = async (chunk: number) => {
      const ids: string[] = []
      for await (const videos of sitemapVideos(chunk, 2)) ids.push(...videos.map(({ id }) => id))
      return ids
    }
    const ids = made.map(({ id }) => id)
    assert.deepEqual(await idsOf(1), ids.slice(0, 2))
    assert.deepEqual(await idsOf(2), ids.slice(2, 4))
    assert.equal((await idsOf(3))[0], ids[4])
  })
})

test.group('Files with fixed names', () => {
  test('robots.txt keeps crawlers out of the desks and names the sitemap', async ({ assert }) => {
    const { text, headers } = await get('/robots.txt')
    assert.match(headers.get('content-type')!, /^text\/plain/)
    for (const path of ['/studio', '/bien-tap', '/quan-tri']) assert.include(text, `Disallow: ${path}\n`)
    assert.include(text, `Sitemap: ${origin()}/sitemap.xml`)
  })

  test('the manifest has the name of the site and icons that are there', async ({ assert }) => {
    const { body, headers, set } = await get('/manifest.webmanifest')
    assert.match(headers.get('content-type')!, /^application\/manifest\+json/)
    assert.isEmpty(set)
    assert.equal(body.name, 'Chuyện Luật')
    assert.isAtLeast(body.icons.length, 4)
  })
})
