import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { embedSize, readVideoAddress } from '#app/syndication/oembed'
import { CookieClient } from '#tests/helpers/cookie_client'
import { origin } from '#tests/helpers/requests'
import { givenPublishedVideo, givenVideo } from '#tests/helpers/videos'
import { readXml, textsOf } from '#tests/helpers/xml'

const ask = (query: Record<string, string>) =>
  new CookieClient().send('GET', `/oembed?${new URLSearchParams(query)}`)
const addressOf = ({ slug }: { slug: string }) => `${origin()}/video/${slug}`

test.group('oEmbed', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('knows nothing of what is not published, of other sites and of other pages', async ({ assert }) => {
    const hidden = await givenVideo()
    const shown = await givenPublishedVideo()
    const others = [
      addressOf(hidden),
      `${origin()}/nhung/${hidden.id}`,
      `https://example.com/video/${shown.slug}`,
      `${origin()}.example.com/video/${shown.slug}`,
      `javascript:alert(1)//${origin()}/video/${shown.slug}`,
      `${origin()}/chu-de/giao-thong-van-tai`,
      'khong phai dia chi',
    ]
    for (const url of others) assert.equal((await ask({ url })).status, 404, url)
  })

  test('refuses what it does not speak and sizes that are none', async ({ assert }) => {
    const url = addressOf(await givenPublishedVideo())
    assert.equal((await ask({ url, format: 'yaml' })).status, 501)
    assert.equal((await ask({})).status, 422)
    for (const maxwidth of ['0', '-5', 'abc']) assert.equal((await ask({ url, maxwidth })).status, 422)
  })

  test('describes a video in JSON and in XML, whatever its title holds', async ({ assert }) => {
    const title = `"><script>alert(1)</script> & 'x'`
    const video = await givenPublishedVideo({ title })
    const { body } = await ask({ url: `${addressOf(video)}?t=83` })
    assert.include(body, { version: '1.0', type: 'video', title, width: 640, height: 360 })
    assert.include(body.html, `src="${origin()}/nhung/${video.id}?t=83"`)
    assert.notInclude(body.html, '<script')
    const answer = await ask({ url: `${origin()}/nhung/${video.id}`, format: 'xml', maxwidth: '320' })
    assert.match(answer.headers.get('content-type')!, /^text\/xml/)
    const document = readXml(answer.text)
    assert.deepEqual(textsOf(document, 'title'), [title])
    assert.deepEqual([textsOf(document, 'width'), textsOf(document, 'height')], [['320'], ['180']])
    assert.include(textsOf(document, 'html')[0], '<iframe src=')
  })

  test('keeps the shape of the picture within the limits', ({ assert }) => {
    assert.deepEqual(embedSize({ width: 720, height: 1280 }, {}), { width: 360, height: 640 })
    assert.deepEqual(embedSize({ width: 720, height: 1280 }, { height: 320 }), { width: 180, height: 320 })
    assert.deepEqual(embedSize({ width: 1920, height: 1080 }, { width: 400, height: 100 }), {
      width: 177,
      height: 100,
    })
    assert.deepEqual(embedSize({ width: null, height: null }, { width: 1 }), { width: 1, height: 1 })
  })

  test('reads the second out of an address, if it is one', ({ assert }) => {
    const read = (path: string) => readVideoAddress(`https://hub.vn${path}`, 'https://hub.vn')
    assert.deepEqual(read('/video/mot-hai?t=83'), { key: 'mot-hai', startSeconds: 83 })
    assert.deepEqual(read('/nhung/abc/?t=1%22%3E'), { key: 'abc', startSeconds: 0 })
    assert.isNull(read('/video/a/b'))
  })
})
