import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import User from '#app/accounts/user'
import { assertAnswers, codeOf } from '#tests/helpers/answers'
import { CookieClient } from '#tests/helpers/cookie_client'
import { givenUser, password } from '#tests/helpers/people'
import { as } from '#tests/helpers/requests'
import { givenPublishedVideo } from '#tests/helpers/videos'

const session = '/api/v1/auth/session'
const me = '/api/v1/auth/me'

test.group('POST /auth/session', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('forbids a login from somebody else’s site', async ({ assert }) => {
    const user = await givenUser('editor')
    const body = { email: user.email, password }
    for (const site of ['cross-site', 'same-site']) {
      const browser = new CookieClient()
      const answer = await browser.send('POST', session, { body, headers: { 'sec-fetch-site': site } })
      assert.equal(answer.status, 403)
      assert.equal((await browser.send('GET', me)).status, 401)
    }
  })

  test('forbids a wrong password, a stranger and a locked account', async ({ assert }) => {
    const user = await givenUser('editor')
    const locked = await givenUser('editor', { disabledAt: DateTime.utc() as never })
    const wrong = await new CookieClient().logIn(user.email, 'không phải')
    assert.deepEqual([wrong.status, wrong.body.errors[0].code], [401, 'E_INVALID_CREDENTIALS'])
    const stranger = await new CookieClient().logIn('khong-co@example.test', password)
    assert.deepEqual(stranger.body.errors, wrong.body.errors)
    assert.equal(
      (await new CookieClient().logIn(locked.email, password)).body.errors[0].code,
      'E_ACCOUNT_DISABLED'
    )
    const longest = `${'a'.repeat(242)}@example.test`
    assert.equal((await new CookieClient().logIn(longest.slice(-254), password)).status, 401)
  })

  test('says in Vietnamese which field is missing', async ({ assert }) => {
    const answer = await new CookieClient().send('POST', session, { body: {} })
    assert.equal(answer.status, 422)
    assert.includeDeepMembers(answer.body.errors, [
      { code: 'E_VALIDATION', field: 'password', message: 'Hãy điền mật khẩu.' },
    ])
  })

  test('opens a session that scripts of the page cannot read, and tells them how to write', async ({
    assert,
  }) => {
    const user = await givenUser('editor')
    const browser = new CookieClient()
    const answer = await browser.logIn(user.email, password)
    assert.equal(answer.status, 201)
    assertAnswers('Account', answer.body.data)
    const cookie = answer.set.find((one) => one.startsWith('hub_session='))!
    assert.match(cookie, /HttpOnly/i)
    assert.match(cookie, /SameSite=Lax/i)
    assert.notMatch(
      answer.set.find((one) => one.startsWith('XSRF-TOKEN='))!,
      /HttpOnly/i
    )
    const known = await browser.send('GET', me)
    assert.equal(known.body.data.id, user.id)
    assert.equal(known.headers.get('cache-control'), 'private, no-store')
  })
})

test.group('The session’s cookie', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('forbids writes without the XSRF token', async ({ assert }) => {
    const user = await givenUser('producer')
    const browser = new CookieClient()
    await browser.logIn(user.email, password)
    const draft = { body: { title: 'Chuyện trong xóm' } }
    const forged = await browser.send('POST', '/api/v1/videos', { ...draft, withXsrfToken: false })
    assert.deepEqual([forged.status, forged.body.errors[0].code], [403, 'E_CSRF'])
    assert.equal((await browser.send('DELETE', session, { withXsrfToken: false })).status, 403)
    assert.equal((await browser.send('POST', '/api/v1/videos', draft)).status, 201)
  })

  test('forbids what was made up', async ({ assert }) => {
    const browser = new CookieClient()
    browser.cookies.set('hub_session', 's:eyJtZXNzYWdlIjoiYSJ9.forged')
    assert.equal((await browser.send('GET', me)).status, 401)
  })

  test('is worth nothing after the logout, also to somebody who kept it', async ({ assert }) => {
    const user = await givenUser('producer')
    const browser = new CookieClient()
    await browser.logIn(user.email, password)
    const kept = new CookieClient()
    for (const [name, value] of browser.cookies) kept.cookies.set(name, value)
    assert.equal((await browser.send('DELETE', session)).status, 204)
    assert.equal((await browser.send('GET', me)).status, 401)
    assert.equal((await kept.send('GET', me)).status, 401)
    assert.equal((await new CookieClient().send('DELETE', session)).status, 401)
  })

  test('and tokens are worth nothing once an administrator has locked the account', async ({
    assert,
    client,
  }) => {
    const user = await givenUser('producer')
    const token = (await User.accessTokens.create(user)).value!.release()
    const browser = new CookieClient()
    await browser.logIn(user.email, password)
    await as(await givenUser('administrator'), client.patch(`/api/v1/admin/users/${user.id}`)).json({
      disabled: true,
    })
    assert.equal((await browser.send('GET', me)).status, 401)
    ;(await client.get(me).bearerToken(token)).assertStatus(401)
  })

  test('is never given to visitors', async ({ assert }) => {
    const video = await givenPublishedVideo()
    const api = [
      'videos',
      `videos/${video.slug}`,
      'topics',
      'laws',
      'search?q=a',
      'site',
      'agencies',
      'auth/me',
    ]
    for (const path of [
      ...api.map((one) => `/api/v1/${one}`),
      '/health/live',
      '/api/openapi.json',
      '/api/unknown',
    ]) {
      const answer = await new CookieClient().send('GET', path)
      assert.isEmpty(answer.set, path)
    }
    const counted = await new CookieClient().send('POST', `/api/v1/videos/${video.id}/views`)
    assert.deepEqual([counted.status, counted.set], [204, []])
  })
})

test.group('PUT /auth/password', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('forbids nobody, and who does not know the old one', async ({ client, assert }) => {
    const user = await givenUser('producer')
    const change = { currentPassword: 'không phải', newPassword: 'mật khẩu hoàn toàn mới' }
    ;(await client.put('/api/v1/auth/password').json(change)).assertStatus(401)
    const wrong = await as(user, client.put('/api/v1/auth/password')).json(change)
    wrong.assertStatus(422)
    assert.deepInclude(wrong.body().errors[0], { code: 'E_WRONG_PASSWORD', field: 'currentPassword' })
    const short = await as(user, client.put('/api/v1/auth/password')).json({
      currentPassword: password,
      newPassword: 'ngắn',
    })
    assert.equal(codeOf(short), 'E_VALIDATION')
  })

  test('ends every other session and token of the account, and only of it', async ({ assert, client }) => {
    const user = await givenUser('producer')
    const other = await givenUser('producer')
    const [asking, elsewhere, stranger] = [new CookieClient(), new CookieClient(), new CookieClient()]
    await asking.logIn(user.email, password)
    await elsewhere.logIn(user.email, password)
    await stranger.logIn(other.email, password)
    const token = (await User.accessTokens.create(user)).value!.release()
    const body = { currentPassword: password, newPassword: 'mật khẩu hoàn toàn mới' }
    assert.equal((await asking.send('PUT', '/api/v1/auth/password', { body })).status, 204)
    assert.equal((await asking.send('GET', me)).status, 200)
    assert.equal((await elsewhere.send('GET', me)).status, 401)
    assert.equal((await stranger.send('GET', me)).status, 200)
    ;(await client.get(me).bearerToken(token)).assertStatus(401)
    assert.equal((await new CookieClient().logIn(user.email, password)).status, 401)
    assert.equal((await new CookieClient().logIn(user.email, body.newPassword)).status, 201)
  })

  test('keeps the token that asked', async ({ client }) => {
    const user = await givenUser('producer')
    const token = (await User.accessTokens.create(user)).value!.release()
    const change = { currentPassword: password, newPassword: 'mật khẩu hoàn toàn mới' }
    ;(await client.put('/api/v1/auth/password').bearerToken(token).json(change)).assertStatus(204)
    ;(await client.get(me).bearerToken(token)).assertStatus(200)
  })
})
