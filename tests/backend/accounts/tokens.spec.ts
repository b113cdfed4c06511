import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { givenUser, password } from '#tests/helpers/people'
import { tokenOf } from '#tests/helpers/requests'

test.group('POST /auth/tokens', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('forbids a wrong password, in the language asked for', async ({ client, assert }) => {
    const user = await givenUser('producer')
    const wrong = { email: user.email, password: 'không phải', name: 'máy' }
    const vietnamese = await client.post('/api/v1/auth/tokens').json(wrong)
    vietnamese.assertStatus(401)
    assert.equal(vietnamese.body().errors[0].code, 'E_INVALID_CREDENTIALS')
    assert.match(vietnamese.body().errors[0].message, /mật khẩu chưa đúng/)
    const english = await client.post('/api/v1/auth/tokens').header('Accept-Language', 'en').json(wrong)
    assert.match(english.body().errors[0].message, /password is wrong/)
  })

  test('forbids a locked account', async ({ client, assert }) => {
    const user = await givenUser('producer', { disabledAt: DateTime.utc() as never })
    const answer = await client.post('/api/v1/auth/tokens').json({ email: user.email, password, name: 'máy' })
    answer.assertStatus(401)
    assert.equal(answer.body().errors[0].code, 'E_ACCOUNT_DISABLED')
  })

  test('names each field that is missing', async ({ client, assert }) => {
    const answer = await client.post('/api/v1/auth/tokens').json({})
    answer.assertStatus(422)
    assert.sameMembers(
      answer.body().errors.map((error: { field: string }) => error.field),
      ['email', 'password', 'name']
    )
  })

  test('gives a token that opens /auth/me until it is taken back', async ({ client, assert }) => {
    const user = await givenUser('editor')
    const made = await client.post('/api/v1/auth/tokens').json({ email: user.email, password, name: 'máy' })
    made.assertStatus(201)
    const { token } = made.body().data
    const me = await client.get('/api/v1/auth/me').bearerToken(token)
    me.assertStatus(200)
    assert.equal(me.body().data.email, user.email)
    assert.notProperty(me.body().data, 'password')
    ;(await client.delete('/api/v1/auth/tokens/current').bearerToken(token)).assertStatus(204)
    ;(await client.get('/api/v1/auth/me').bearerToken(token)).assertStatus(401)
  })

  test('refuses the eleventh wrong try of a minute, and says when to come back', async ({
    client,
    assert,
  }) => {
    const user = await givenUser('producer')
    const wrong = { email: user.email, password: 'không phải', name: 'máy' }
    for (let tried = 0; tried < 10; tried++) await client.post('/api/v1/auth/tokens').json(wrong)
    const answer = await client.post('/api/v1/auth/tokens').json(wrong)
    answer.assertStatus(429)
    assert.isAbove(Number(answer.header('retry-after')), 0)
  })
})

test.group('DELETE /auth/tokens/current', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('forbids nobody, and takes back no other token', async ({ client, assert }) => {
    ;(await client.delete('/api/v1/auth/tokens/current')).assertStatus(401)
    const user = await givenUser('producer')
    const [one, other] = [await tokenOf(user), await tokenOf(user)]
    ;(await client.delete('/api/v1/auth/tokens/current').bearerToken(one)).assertStatus(204)
    ;(await client.delete('/api/v1/auth/tokens/current').bearerToken(one)).assertStatus(401)
    assert.equal((await client.get('/api/v1/auth/me').bearerToken(other)).body().data.id, user.id)
  })
})
