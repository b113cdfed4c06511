import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import User from '#app/accounts/user'
import { assertAnswers, codeOf } from '#tests/helpers/answers'
import { CookieClient } from '#tests/helpers/cookie_client'
import { countQueries } from '#tests/helpers/count_queries'
import { givenAgency, givenEverybody, givenUser, password } from '#tests/helpers/people'
import { as, statusesFor } from '#tests/helpers/requests'

const users = '/api/v1/admin/users'

test.group('GET /admin/users', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('forbids everybody but administrators', async ({ client, assert }) => {
    const { administrator, ...others } = await givenEverybody()
    const asked = await statusesFor(others, () => client.get(users))
    assert.deepEqual(asked, { nobody: 401, producer: 403, editor: 403 })
    ;(await as(administrator, client.get(users))).assertStatus(200)
  })

  test('refuses pages and roles that there are not', async ({ client }) => {
    const administrator = await givenUser('administrator')
    for (const query of ['page=0', 'page=x', 'perPage=101', 'role=king']) {
      ;(await as(administrator, client.get(`${users}?${query}`))).assertStatus(422)
    }
  })

  test('finds people by name, address and role, wildcards taken as they are', async ({ client, assert }) => {
    const administrator = await givenUser('administrator')
    const found = await givenUser('editor', { fullName: 'Lê 100%_Thật', agencyId: (await givenAgency()).id })
    await givenUser('producer', { fullName: 'Lê 1000 Thật' })
    const ids = async (query: string) => {
      const answer = await as(administrator, client.get(`${users}?${query}`))
      for (const user of answer.body().data) assertAnswers('User', user)
      return answer.body().data.map((user: { id: string }) => user.id)
    }
    assert.deepEqual(await ids('q=100%25_'), [found.id])
    assert.deepEqual(await ids(`q=${found.email.toUpperCase()}`), [found.id])
    assert.deepEqual(await ids(`q=${encodeURIComponent('lê 100')}&role=editor`), [found.id])
  })

  test('asks for all agencies at once', async ({ client, assert }) => {
    const administrator = await givenUser('administrator')
    const list = () =>
      as(administrator, client.get(`${users}?perPage=100`)).then((answer) => answer.assertStatus(200))
    await list()
    const before = await countQueries(list)
    for (let more = 0; more < 3; more++) await givenUser('producer', { agencyId: (await givenAgency()).id })
    assert.equal(await countQueries(list), before)
  })
})

test.group('POST /admin/users', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('forbids everybody but administrators', async ({ client, assert }) => {
    const { administrator: _, ...others } = await givenEverybody()
    const body = { email: 'moi@example.test', fullName: 'Người Mới', role: 'administrator' }
    const asked = await statusesFor(others, () => client.post(users).json(body))
    assert.deepEqual(asked, { nobody: 401, producer: 403, editor: 403 })
  })

  test('names what is wrong', async ({ client, assert }) => {
    const administrator = await givenUser('administrator')
    const send = (body: object) =>
      as(administrator, client.post(users)).json({
        email: 'moi@example.test',
        fullName: 'Người Mới',
        role: 'editor',
        ...body,
      })
    const fieldOf = async (body: object) => {
      const answer = await send(body)
      answer.assertStatus(422)
      return answer.body().errors[0].field
    }
    assert.equal(await fieldOf({ email: 'không phải' }), 'email')
    assert.equal(await fieldOf({ email: administrator.email.toUpperCase() }), 'email')
    assert.equal(await fieldOf({ role: 'king' }), 'role')
    assert.equal(await fieldOf({ fullName: ' ' }), 'fullName')
    assert.equal(await fieldOf({ agencyId: 'khong-co' }), 'agencyId')
    assert.equal(await fieldOf({ agencyId: '' }), 'agencyId')
    assert.equal(await fieldOf({ password: 'ngắn' }), 'password')
  })

  test('makes an account whose temporary password is shown once and opens it', async ({ client, assert }) => {
    const administrator = await givenUser('administrator')
    const agency = await givenAgency()
    const body = { email: 'Moi@Example.test', fullName: 'Người Mới', role: 'producer', agencyId: agency.id }
    const answer = await as(administrator, client.post(users)).json(body)
    answer.assertStatus(201)
    const { temporaryPassword, ...user } = answer.body().data
    assertAnswers('User', user)
    assert.equal(user.agency.id, agency.id)
    assert.equal((await new CookieClient().logIn('moi@example.test', temporaryPassword)).status, 201)
    const kept = await User.findOrFail(user.id)
    assert.notInclude(kept.password, temporaryPassword)
  })
})

test.group('PATCH /admin/users/:id', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('forbids everybody but administrators, also for oneself', async ({ client, assert }) => {
    const { administrator: _, ...others } = await givenEverybody()
    const promote = (id: string) => () => client.patch(`${users}/${id}`).json({ role: 'administrator' })
    assert.deepEqual(await statusesFor(others, promote(others.editor.id)), {
      nobody: 401,
      producer: 403,
      editor: 403,
    })
  })

  test('knows nobody of that id', async ({ client }) => {
    const administrator = await givenUser('administrator')
    ;(await as(administrator, client.patch(`${users}/khong-co`)).json({ fullName: 'A' })).assertStatus(404)
  })

  test('keeps administrators from locking themselves out', async ({ client, assert }) => {
    const administrator = await givenUser('administrator')
    for (const change of [{ disabled: true }, { role: 'editor' }]) {
      const answer = await as(administrator, client.patch(`${users}/${administrator.id}`)).json(change)
      answer.assertStatus(409)
      assert.equal(codeOf(answer), 'E_OWN_ACCOUNT')
    }
  })

  test('changes what is named and nothing else', async ({ client, assert }) => {
    const administrator = await givenUser('administrator')
    const user = await givenUser('producer', { agencyId: (await givenAgency()).id })
    const path = `${users}/${user.id}`
    ;(await as(administrator, client.patch(path)).json({ agencyId: '' })).assertStatus(422)
    const answer = await as(administrator, client.patch(path)).json({
      role: 'editor',
      email: 'khac@example.test',
      password,
    })
    answer.assertStatus(200)
    assertAnswers('User', answer.body().data)
    assert.containsSubset(answer.body().data, { role: 'editor', email: user.email, disabled: false })
    assert.isNull((await as(administrator, client.patch(path)).json({ agencyId: null })).body().data.agency)
    assert.isTrue((await as(administrator, client.patch(path)).json({ disabled: true })).body().data.disabled)
    assert.isFalse(
      (await as(administrator, client.patch(path)).json({ disabled: false })).body().data.disabled
    )
  })
})

test.group('POST /admin/users/:id/password-reset', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('forbids everybody but administrators', async ({ client, assert }) => {
    const { administrator, ...others } = await givenEverybody()
    const reset = (id: string) => () => client.post(`${users}/${id}/password-reset`)
    assert.deepEqual(await statusesFor(others, reset(administrator.id)), {
      nobody: 401,
      producer: 403,
      editor: 403,
    })
    ;(await as(administrator, client.post(`${users}/khong-co/password-reset`))).assertStatus(404)
  })

  test('gives a new password and ends what the old one had opened', async ({ client, assert }) => {
    const administrator = await givenUser('administrator')
    const user = await givenUser('producer')
    const browser = new CookieClient()
    await browser.logIn(user.email, password)
    const answer = await as(administrator, client.post(`${users}/${user.id}/password-reset`))
    answer.assertStatus(200)
    assert.equal((await browser.send('GET', '/api/v1/auth/me')).status, 401)
    assert.equal((await new CookieClient().logIn(user.email, password)).status, 401)
    assert.equal(
      (await new CookieClient().logIn(user.email, answer.body().data.temporaryPassword)).status,
      201
    )
  })
})
