import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { CookieClient } from '#tests/helpers/cookie_client'
import { openapi } from '#tests/helpers/answers'
import { givenAgency } from '#tests/helpers/people'
import { origin } from '#tests/helpers/requests'
import { givenPublishedVideo, givenVideo } from '#tests/helpers/videos'

const get = (path: string) => new CookieClient().send('GET', path)

test.group('Lists for other sites', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('show nothing that is not published, and are 404 for what is not there', async ({ assert }) => {
    const agency = await givenAgency()
    await givenVideo({ agencyId: agency.id, title: 'Giấu kín' })
    const list = await get(`/nhung/don-vi/${agency.slug}`)
    assert.equal(list.status, 200)
    assert.notInclude(list.text, 'Giấu kín')
    assert.include(list.text, 'Chưa có tiểu phẩm nào ở đây.')
    for (const path of ['chu-de/khong-co', 'don-vi/khong-co', 'van-ban/khong-co'])
      assert.equal((await get(`/nhung/${path}`)).status, 404, path)
    for (const query of ['count=0', 'count=25', 'count=x', 'lang=fr'])
      assert.equal((await get(`/nhung/don-vi/${agency.slug}?${query}`)).status, 422, query)
  })

  test('are plain HTML without any script or cookie, and may stand in any frame', async ({ assert }) => {
    const title = `<script>alert(1)</script> & "'`
    const video = await givenPublishedVideo({ title, topics: ['giao-thong-van-tai'] })
    const { text, headers, set } = await get('/nhung/chu-de/giao-thong-van-tai?count=3&lang=en')
    assert.match(headers.get('content-type')!, /^text\/html/)
    assert.isEmpty(set)
    assert.notInclude(text, '<script')
    assert.include(text, '&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;&#39;')
    assert.include(text, `href="${origin()}/video/${video.slug}?lang=en" target="_blank" rel="noopener"`)
    assert.include(text, '<html lang="en">')
    const policy = headers.get('content-security-policy')!
    assert.include(policy, `default-src 'none'`)
    assert.include(policy, 'frame-ancestors *')
    assert.notInclude(policy, 'script-src')
  })
})

test.group('The API for people to read', () => {
  test('names every call of openapi.yaml, without a script and in no frame', async ({ assert }) => {
    const { text, headers } = await get('/api')
    assert.match(headers.get('content-type')!, /^text\/html/)
    assert.include(headers.get('content-security-policy')!, `frame-ancestors 'none'`)
    assert.notInclude(text, '<script')
    for (const path of Object.values(
      openapi.paths as Record<string, Record<string, { operationId?: string }>>
    ))
      for (const { operationId } of Object.values(path))
        if (operationId) assert.include(text, `id="${operationId}"`)
  })
})
