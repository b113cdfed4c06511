import limiter from '@adonisjs/limiter/services/main'
import router from '@adonisjs/core/services/router'
import { test } from '@japa/runner'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { openapi } from '#tests/helpers/answers'
import User from '#app/accounts/user'
import { givenUser } from '#tests/helpers/people'
import { as, origin } from '#tests/helpers/requests'
import { Tus } from '#tests/helpers/tus'

interface Operation {
  operationId?: string
  responses?: Record<string, unknown>
}

const methods = ['get', 'post', 'put', 'patch', 'delete', 'options', 'head']

/** `GET /videos/{}`: parameters may be named differently in an address and in its description. */
const named = (method: string, path: string) =>
  `${method.toUpperCase()} ${path.replace(/\{[^}]*\}|:[^/]+|\*/g, '{}')}`

const routed = () => {
  const routes = Object.values(router.toJSON()).flat()
  return routes
    .filter(({ pattern }) => pattern.startsWith('/api/v1/'))
    .flatMap(({ pattern, methods: own }) =>
      // The framework answers HEAD wherever it answers GET
      own
        .filter((method) => method !== 'HEAD' || !own.includes('GET'))
        .map((method) => named(method, pattern.slice('/api/v1'.length)))
    )
}

const described = () =>
  Object.entries(openapi.paths as Record<string, Record<string, Operation>>).flatMap(([path, operations]) =>
    Object.keys(operations)
      .filter((method) => methods.includes(method))
      .map((method) => named(method, path))
  )

test.group('openapi.yaml', () => {
  test('describes every route of the API, and no other', ({ assert }) => {
    assert.sameMembers(described(), routed())
  })

  test('names each operation once and says how each may end', ({ assert }) => {
    const operations = Object.values(openapi.paths as Record<string, Record<string, Operation>>).flatMap(
      (path) =>
        Object.entries(path).flatMap(([method, operation]) => (methods.includes(method) ? [operation] : []))
    )
    const names = operations.map(({ operationId }) => operationId)
    assert.isTrue(names.every((name) => name !== undefined))
    assert.lengthOf([...new Set(names)], names.length)
    for (const { operationId, responses } of operations) assert.isNotEmpty(responses, operationId)
  })

  test('has only schemas that can be understood', ({ assert }) => {
    const ajv = new Ajv2020({ strict: false, validateFormats: false }).addSchema({
      ...openapi,
      $id: 'openapi',
    })
    for (const name of Object.keys(openapi.components.schemas)) {
      assert.isFunction(ajv.compile({ $ref: `openapi#/components/schemas/${name}` }), name)
    }
  })

  test('is served with this site’s address', async ({ client, assert }) => {
    const answer = await client.get('/api/openapi.json')
    answer.assertStatus(200)
    assert.equal(answer.body().openapi, '3.1.0')
    assert.deepEqual(answer.body().servers, [{ url: `${origin()}/api/v1` }])
    assert.sameMembers(Object.keys(answer.body().paths), Object.keys(openapi.paths))
  })
})

test.group('What the API does not know', () => {
  test('is a 404 in the caller’s language, by every method', async ({ client, assert }) => {
    for (const method of ['get', 'post', 'put', 'patch', 'delete'] as const) {
      const answer = await client[method]('/api/v1/khong-co').header('Accept-Language', 'en')
      assert.deepEqual([answer.status(), answer.body().errors[0].code], [404, 'E_NOT_FOUND'])
      assert.match(answer.body().errors[0].message, /not found/)
    }
    assert.equal((await client.get('/api/v1')).status(), 404)
  })

  test('and a token that is not one is a 401, also for what is public', async ({ client, assert }) => {
    for (const token of ['hub_x', '', 'hub_MQ.eA']) {
      const answer = await client.get('/api/v1/topics').header('authorization', `Bearer ${token}`)
      assert.deepEqual([answer.status(), answer.body().errors[0].code], [401, 'E_UNAUTHORIZED'])
    }
  })
})

test.group('The limit of calls', () => {
  const minute = (requests: number) => limiter.use('memory', { requests, duration: '1 minute' })

  test('is 600 reads a minute for an address', async ({ client, assert }) => {
    for (let read = 0; read < 598; read++) await minute(600).increment('read:127.0.0.1')
    for (let more = 0; more < 2; more++) (await client.get('/api/v1/site')).assertStatus(200)
    const refused = await client.get('/api/v1/site')
    refused.assertStatus(429)
    assert.equal(refused.body().errors[0].code, 'E_TOO_MANY_REQUESTS')
    assert.isAbove(Number(refused.header('retry-after')), 0)
    // Somebody who watches is not kept from watching, and whoever may write still may
    assert.equal((await client.get('/media/videos/a/b/c.m4s')).status(), 404)
    ;(await client.post('/api/v1/videos').json({})).assertStatus(401)
  })

  test('is 300 writes a minute for an account, and a part of an upload is none', async ({
    client,
    assert,
    cleanup,
  }) => {
    const [one, other] = [await givenUser('producer'), await givenUser('producer')]
    cleanup(async () => void (await User.query().whereIn('id', [one.id, other.id]).delete()))
    for (let write = 0; write < 299; write++) await minute(300).increment(`write:${one.id}`)
    const write = (user: User) => as(user, client.post('/api/v1/videos')).json({})
    ;(await write(one)).assertStatus(422)
    ;(await write(one)).assertStatus(429)
    ;(await write(other)).assertStatus(422)
    assert.equal(
      (await (await Tus.for(one)).send(`${origin()}/api/v1/uploads/${'a'.repeat(20)}`, 0, 'a')).status,
      404
    )
  })
})
