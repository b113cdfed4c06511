import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { CookieClient } from '#tests/helpers/cookie_client'
import { buildFrontend } from '#tests/helpers/frontend'
import { givenUser, password } from '#tests/helpers/people'
import { origin } from '#tests/helpers/requests'
import { givenPublishedVideo, givenTag, givenVideo } from '#tests/helpers/videos'

const get = async (path: string, client = new CookieClient()) => client.send('GET', path)

/** The objects of schema.org on a page, by type. */
function structured(text: string): Record<string, Record<string, unknown>> {
  const found = text.matchAll(/<script type="application\/ld\+json"[^>]*>(.*?)<\/script>/gs)
  return Object.fromEntries(
    [...found].map(([, json]) => JSON.parse(json!)).map((thing) => [thing['@type'], thing])
  )
}
const links = (text: string, rel: string) =>
  [...text.matchAll(/<link [^>]*>/g)].map(([tag]) => tag).filter((tag) => tag.includes(`rel="${rel}"`))

test.group('The head of a page', (group) => {
  group.setup(() => buildFrontend())
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('tells search engines what a video says, of which law, and when', async ({ assert }) => {
    const title = 'Chuyện </script><script>alert(1)</script>'
    const video = await givenPublishedVideo({
      title,
      topics: ['giao-thong-van-tai'],
      captions: 'WEBVTT\n\n00:01.000 --> 00:02.000\nChào bà con </script>',
    })
    await givenTag(video, '52/2014/QH13', { article: '8', startSeconds: 12.5, endSeconds: 20 })
    const { text } = await get(`/video/${video.slug}`)
    const { VideoObject, BreadcrumbList } = structured(text)
    assert.include(VideoObject, {
      name: title,
      duration: 'PT1M40S',
      embedUrl: `${origin()}/nhung/${video.id}`,
      transcript: 'Chào bà con',
    })
    const [clip] = VideoObject!.hasPart as Record<string, unknown>[]
    assert.include(clip, { startOffset: 12.5, endOffset: 20, url: `${origin()}/video/${video.slug}?t=12` })
    const [law] = VideoObject!.about as Record<string, unknown>[]
    assert.include(law, { '@type': 'Legislation', legislationIdentifier: '52/2014/QH13' })
    assert.lengthOf(BreadcrumbList!.itemListElement as unknown[], 2)
    assert.include(text, `<meta name="twitter:player" content="${origin()}/nhung/${video.id}"`)
    assert.include(text, '<meta name="twitter:card" content="player"')
    assert.include(text, '<meta property="og:video:type" content="text/html"')
    assert.include(links(text, 'alternate').join(), 'application/json+oembed')
    assert.include(text, '<a href="/video/')
    assert.match(text, /<noscript[^>]*><h2>Lời thoại<\/h2><p><a href="[^"]+\?t=1">0:01<\/a> Chào bà con<\/p>/)
  })

  test('names the page in each language, and each as its own', async ({ assert }) => {
    const address = `${origin()}/chu-de/giao-thong-van-tai`
    const vietnamese = await get('/chu-de/giao-thong-van-tai?utm_source=x')
    assert.include(links(vietnamese.text, 'canonical')[0], `href="${address}"`)
    const english = await get('/chu-de/giao-thong-van-tai?lang=en')
    assert.include(links(english.text, 'canonical')[0], `href="${address}?lang=en"`)
    for (const { text } of [vietnamese, english]) {
      const alternates = links(text, 'alternate').join()
      assert.include(alternates, `hreflang="vi" href="${address}"`)
      assert.include(alternates, `hreflang="en" href="${address}?lang=en"`)
      assert.include(alternates, `hreflang="x-default" href="${address}"`)
      assert.include(alternates, `${origin()}/feeds/chu-de/giao-thong-van-tai/rss.xml`)
    }
    const second = await get('/chu-de/giao-thong-van-tai?page=2')
    assert.include(links(second.text, 'canonical')[0], `href="${address}?page=2"`)
  })

  test('keeps the player for other sites to what anybody may see, without any cookie', async ({ assert }) => {
    const owner = await givenUser('producer')
    const hidden = await givenVideo({ ownerId: owner.id, title: 'Chưa ai được biết' })
    const client = new CookieClient()
    await client.logIn(owner.email, password)
    const own = await get(`/nhung/${hidden.id}`, client)
    assert.equal(own.status, 404)
    assert.notInclude(own.text, 'Chưa ai được biết')
    assert.notInclude(own.text, owner.email)
    const shown = await givenPublishedVideo()
    const page = await get(`/nhung/${shown.id}?lang=en`)
    assert.deepEqual([page.status, page.set], [200, []])
    assert.match(page.text, /<html[^>]+lang="en"/)
    assert.include(page.text, '<meta name="robots" content="noindex"')
  })
})
