import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { assertAnswers, codeOf } from '#tests/helpers/answers'
import { countQueries } from '#tests/helpers/count_queries'
import { givenAgency, givenEverybody, givenUser } from '#tests/helpers/people'
import { as, statusesFor } from '#tests/helpers/requests'
import { givenPublishedVideo, givenVideo } from '#tests/helpers/videos'

const agencies = '/api/v1/agencies'

test.group('GET /agencies', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('lists them in the order of the Vietnamese alphabet', async ({ client, assert }) => {
    for (const name of ['Ủy ban', 'Đoàn', 'Đài', 'Dân']) await givenAgency(name)
    const answer = await client.get(agencies)
    answer.assertStatus(200)
    for (const agency of answer.body().data) assertAnswers('Agency', agency)
    const names = answer.body().data.map(({ name }: { name: string }) => name)
    assert.deepEqual(
      names.filter((name: string) => ['Ủy ban', 'Đoàn', 'Đài', 'Dân'].includes(name)),
      ['Dân', 'Đài', 'Đoàn', 'Ủy ban']
    )
  })

  test('counts published videos, in one query for all', async ({ client, assert }) => {
    const agency = await givenAgency()
    const owner = await givenUser('producer')
    const list = () => client.get(agencies)
    await list()
    const queries = await countQueries(list)
    for (let one = 0; one < 2; one++) await givenPublishedVideo({ agencyId: agency.id, ownerId: owner.id })
    await givenVideo({ agencyId: agency.id, ownerId: owner.id })
    await givenAgency()
    assert.equal(await countQueries(list), queries)
    const listed = (await list()).body().data.find(({ id }: { id: string }) => id === agency.id)
    assert.equal(listed.videoCount, 2)
    assert.equal((await client.get(`${agencies}/${agency.slug}`)).body().data.videoCount, 2)
  })
})

test.group('GET /agencies/:slug', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('shows the officer who answers for it, by slug and by id', async ({ client, assert }) => {
    ;(await client.get(`${agencies}/khong-co`)).assertStatus(404)
    const agency = await givenAgency()
    await agency.merge({ responsibleName: 'Trần Văn An', responsiblePhone: '0234 000 000' }).save()
    for (const key of [agency.slug, agency.id]) {
      const answer = await client.get(`${agencies}/${key}`)
      assertAnswers('Agency', answer.body().data)
      assert.equal(answer.body().data.responsibleName, 'Trần Văn An')
    }
  })
})

test.group('POST and PATCH /agencies', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('forbid everybody but administrators', async ({ client, assert }) => {
    const { administrator: _, ...others } = await givenEverybody()
    const agency = await givenAgency()
    const expected = { nobody: 401, producer: 403, editor: 403 }
    assert.deepEqual(
      await statusesFor(others, () => client.post(agencies).json({ name: 'Sở Tư pháp' })),
      expected
    )
    const change = () => client.patch(`${agencies}/${agency.id}`).json({ name: 'Khác' })
    assert.deepEqual(await statusesFor(others, change), expected)
  })

  test('name what is wrong', async ({ client, assert }) => {
    const administrator = await givenUser('administrator')
    const taken = await givenAgency()
    const agency = await givenAgency()
    const post = (body: object) => as(administrator, client.post(agencies)).json(body)
    assert.equal(codeOf(await post({})), 'E_VALIDATION')
    assert.equal(codeOf(await post({ name: '…!' })), 'E_AGENCY_NAME_EMPTY')
    assert.equal(codeOf(await post({ name: 'A', slug: taken.slug })), 'E_SLUG_TAKEN')
    assert.equal(codeOf(await post({ name: 'A', slug: '../a' })), 'E_VALIDATION')
    const patch = (body: object) => as(administrator, client.patch(`${agencies}/${agency.id}`)).json(body)
    assert.equal(codeOf(await patch({ slug: taken.slug })), 'E_SLUG_TAKEN')
    ;(await as(administrator, client.patch(`${agencies}/khong-co`)).json({ name: 'A' })).assertStatus(404)
  })

  test('make an address out of the name, however long, and change by id or slug', async ({
    client,
    assert,
  }) => {
    const administrator = await givenUser('administrator')
    const made = await as(administrator, client.post(agencies)).json({
      name: `Ủy ban nhân dân ${'xã '.repeat(55)}`,
    })
    made.assertStatus(201)
    assertAnswers('Agency', made.body().data)
    const { id, slug } = made.body().data
    assert.match(slug, /^uy-ban-nhan-dan-xa-.*xa$/)
    assert.isAtMost(slug.length, 120)
    const renamed = await as(administrator, client.patch(`${agencies}/${slug}`)).json({ name: 'Xã Đông' })
    assert.containsSubset(renamed.body().data, { id, slug, name: 'Xã Đông' })
    const moved = await as(administrator, client.patch(`${agencies}/${id}`)).json({ slug: 'xa-dong' })
    assert.equal(moved.body().data.slug, 'xa-dong')
  })
})
