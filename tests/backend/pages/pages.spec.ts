import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { CookieClient } from '#tests/helpers/cookie_client'
import { buildFrontend } from '#tests/helpers/frontend'
import { givenUser, password } from '#tests/helpers/people'
import { givenPublishedVideo, givenTag, givenVideo } from '#tests/helpers/videos'

const get = (path: string, client = new CookieClient(), headers = {}) => client.send('GET', path, { headers })

test.group('Pages', (group) => {
  group.setup(() => buildFrontend())
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('do not show strangers what is not published', async ({ assert }) => {
    const owner = await givenUser('producer')
    const video = await givenVideo({ ownerId: owner.id, title: 'Chưa ai được biết' })
    const page = await get(`/video/${video.slug}`)
    assert.equal(page.status, 404)
    assert.notInclude(page.text, 'Chưa ai được biết')
    const own = new CookieClient()
    await own.logIn(owner.email, password)
    const seen = await get(`/video/${video.slug}`, own)
    assert.equal(seen.status, 200)
    assert.include(seen.text, 'Chưa ai được biết')
    assert.notMatch(seen.headers.get('cache-control') ?? '', /public/)
  })

  test('are there without a script and without a cookie', async ({ assert }) => {
    const video = await givenPublishedVideo({
      title: 'Uống rượu bia </script><b>thì</b> không lái xe ">',
      description: 'Một tiểu phẩm.',
      topics: ['trat-tu-an-toan-xa-hoi'],
    })
    await givenTag(video, '52/2014/QH13', { article: '8' })
    const page = await get(`/video/${video.slug}`)
    assert.equal(page.status, 200)
    assert.match(page.headers.get('content-type')!, /^text\/html/)
    assert.include(page.text, 'Uống rượu bia &lt;/script&gt;&lt;b&gt;thì&lt;/b&gt; không lái xe')
    // In an attribute, between its quotation marks, it is only text
    assert.notInclude(page.text.replace(/="[^"]*"/g, ''), 'bia </script>')
    assert.include(page.text, 'Luật Hôn nhân và gia đình')
    assert.match(page.text, /<meta[^>]+property="og:title"/)
    assert.match(page.text, /<meta[^>]+property="og:image"[^>]+poster\.jpg/)
    assert.match(page.text, /<html[^>]+lang="vi"/)
    assert.isEmpty(page.set)
    for (const path of ['/', '/chu-de', '/van-ban', '/tim-kiem?q=ruou']) {
      const other = await get(path)
      assert.deepEqual([other.status, other.set], [200, []], path)
      assert.match(other.text, /<title>[^<]+<\/title>/)
    }
  })

  test('say 404 where there is nothing', async ({ assert }) => {
    for (const path of ['/khong-co', '/video/khong-co', '/chu-de/khong-co', '/van-ban/khong-co']) {
      assert.equal((await get(path)).status, 404, path)
    }
  })

  test('let only their own scripts run, and only the player be framed', async ({ assert }) => {
    const video = await givenPublishedVideo()
    const policyOf = async (path: string) => (await get(path)).headers.get('content-security-policy')!
    const [one, other] = [await policyOf('/'), await policyOf('/')]
    assert.include(one, `default-src 'none'`)
    assert.include(one, `frame-ancestors 'none'`)
    const nonce = /script-src 'self' 'nonce-([\w-]{20,})'/
    assert.notEqual(nonce.exec(one)![1], nonce.exec(other)![1])
    assert.include(await policyOf(`/nhung/${video.id}`), 'frame-ancestors *')
    const home = await get('/')
    const used = nonce.exec(home.headers.get('content-security-policy')!)![1]!
    for (const [, attributes] of home.text.matchAll(/<script([^>]*)>/g)) {
      assert.isTrue(/ src="\//.test(attributes!) || attributes!.includes(used), attributes)
    }
  })

  test('speak English to whoever has asked for it, by a cookie that says nothing else', async ({
    assert,
  }) => {
    const client = new CookieClient()
    const switched = await get('/?lang=en', client)
    assert.match(switched.text, /<html[^>]+lang="en"/)
    assert.deepEqual([...client.cookies], [['lang', 'en']])
    assert.match((await get('/chu-de', client)).text, /<html[^>]+lang="en"/)
    assert.match((await get('/chu-de')).text, /<html[^>]+lang="vi"/)
  })

  test('bring their files, which may be kept for ever, and no others', async ({ assert }) => {
    const asset = /\/assets\/[\w.-]+\.js/.exec((await get('/')).text)![0]
    const file = await get(asset)
    assert.equal(file.status, 200)
    assert.match(file.headers.get('cache-control')!, /immutable/)
    for (const path of [
      '/..%2f..%2fpackage.json',
      '/assets/..%2f..%2fserver%2fentry_server.js',
      '/index.html',
    ]) {
      assert.notInclude((await get(path)).text, 'createSSRApp(')
      assert.notInclude((await get(path)).text, '"workspaces"')
    }
  })
})
