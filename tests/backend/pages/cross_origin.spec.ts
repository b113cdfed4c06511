import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { CookieClient } from '#tests/helpers/cookie_client'
import { givenUser, password } from '#tests/helpers/people'
import { origin, tokenOf } from '#tests/helpers/requests'

const allowed = (headers: Headers) => headers.get('access-control-allow-origin')
const elsewhere = { origin: 'https://bao.example.vn' }
const preflight = (path: string, method: string, headers: string) =>
  fetch(origin() + path, {
    method: 'OPTIONS',
    headers: {
      ...elsewhere,
      'access-control-request-method': method,
      'access-control-request-headers': headers,
    },
  })

test.group('Other sites', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('may not read what is answered to a person', async ({ assert }) => {
    const user = await givenUser('editor')
    const client = new CookieClient()
    await client.logIn(user.email, password)
    const withCookie = await client.send('GET', '/api/v1/topics', { headers: elsewhere })
    assert.equal(withCookie.status, 200)
    assert.isNull(allowed(withCookie.headers))
    assert.match(withCookie.headers.get('cache-control')!, /private, no-store/)
    const token = await tokenOf(user)
    const withToken = await fetch(`${origin()}/api/v1/auth/me`, {
      headers: { ...elsewhere, authorization: `Bearer ${token}` },
    })
    assert.equal(withToken.status, 200)
    assert.isNull(allowed(withToken.headers))
  })

  test('may ask for no leave to change or to sign in', async ({ assert }) => {
    for (const [method, headers] of [
      ['DELETE', 'content-type'],
      ['PUT', 'content-type'],
      ['GET', 'authorization'],
    ] as const) {
      const answer = await preflight('/api/v1/videos', method, headers)
      assert.equal(answer.status, 204)
      assert.isNull(allowed(answer.headers), `${method} ${headers}`)
    }
    assert.isNull(allowed((await fetch(origin(), { headers: elsewhere })).headers))
  })

  test('may read what everybody may read, also through a cache', async ({ assert }) => {
    for (const path of ['/api/v1/topics', '/api/v1/videos', '/api/openapi.json', '/feeds/rss.xml'])
      for (const headers of [elsewhere, {}]) {
        const answer = await fetch(origin() + path, { headers: headers as Record<string, string> })
        assert.deepEqual([answer.status, allowed(answer.headers)], [200, '*'], path)
        assert.isNull(answer.headers.get('access-control-allow-credentials'))
      }
    const leave = await preflight('/api/v1/citations/parse', 'POST', 'content-type')
    assert.equal(allowed(leave.headers), '*')
    assert.equal(leave.headers.get('access-control-allow-methods'), 'GET,HEAD,POST')
  })
})
