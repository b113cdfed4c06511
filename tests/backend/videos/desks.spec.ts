import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { assertAnswers } from '#tests/helpers/answers'
import { countQueries } from '#tests/helpers/count_queries'
import { givenAgency, givenEverybody, givenUser } from '#tests/helpers/people'
import { as, statusesFor } from '#tests/helpers/requests'
import { givenPublishedVideo, givenTag, givenVideo } from '#tests/helpers/videos'

const studio = '/api/v1/studio/videos'
const review = '/api/v1/review/videos'
const ids = (answer: { body(): { data: { id: string }[] } }) => answer.body().data.map(({ id }) => id)

test.group('GET /studio/videos', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('forbids nobody, and shows producers nothing of others', async ({ client, assert }) => {
    ;(await client.get(studio)).assertStatus(401)
    await givenVideo({ agencyId: (await givenAgency()).id })
    await givenVideo({ agencyId: null })
    assert.isEmpty(ids(await as(await givenUser('producer', { agencyId: null }), client.get(studio))))
    assert.isEmpty(ids(await as(await givenUser('editor'), client.get(studio))))
  })

  test('refuses statuses that there are not', async ({ client }) => {
    ;(await as(await givenUser('producer'), client.get(`${studio}?status=gone`))).assertStatus(422)
  })

  test('shows one’s own and one’s agency’s, by status and by text', async ({ client, assert }) => {
    const agency = await givenAgency()
    const producer = await givenUser('producer', { agencyId: agency.id })
    const own = await givenVideo({
      ownerId: producer.id,
      agencyId: null,
      searchText: 'chuyen trong xom',
      status: 'draft',
    })
    const colleague = await givenUser('producer', { agencyId: agency.id })
    const theirs = await givenVideo({ ownerId: colleague.id, agencyId: agency.id, searchText: 'thua ke' })
    const list = (query = '') => as(producer, client.get(studio + query))
    const answer = await list()
    answer.assertStatus(200)
    for (const video of answer.body().data) assertAnswers('Video', video)
    assert.sameMembers(ids(answer), [own.id, theirs.id])
    assert.deepEqual(answer.body().meta, { total: 2, page: 1, perPage: 20 })
    assert.deepEqual(ids(await list('?status=draft')), [own.id])
    assert.deepEqual(ids(await list(`?q=${encodeURIComponent('Thừa kế')}`)), [theirs.id])
    assert.isEmpty(ids(await list('?q=100%25_')))
    assert.lengthOf(ids(await list('?perPage=1&page=2')), 1)
  })
})

test.group('GET /review/videos', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('forbids everybody but editors', async ({ client, assert }) => {
    const asked = await statusesFor(await givenEverybody(), () => client.get(review))
    assert.deepEqual(asked, { nobody: 401, producer: 403, editor: 200, administrator: 200 })
  })

  test('puts who has waited longest first', async ({ client, assert }) => {
    const editor = await givenUser('editor')
    const now = DateTime.utc()
    const late = await givenVideo({ status: 'in_review', submittedAt: now as never })
    const early = await givenVideo({ status: 'in_review', submittedAt: now.minus({ days: 2 }) as never })
    const ready = await givenVideo({ status: 'ready' })
    assert.deepEqual(ids(await as(editor, client.get(review))).slice(0, 3), [early.id, late.id, ready.id])
    assert.deepEqual(ids(await as(editor, client.get(`${review}?status=in_review`))), [early.id, late.id])
  })

  test('shows one agency’s, by slug or id', async ({ client, assert }) => {
    const editor = await givenUser('editor')
    const [one, other] = [await givenAgency(), await givenAgency()]
    const video = await givenVideo({ agencyId: one.id })
    await givenVideo({ agencyId: other.id })
    for (const key of [one.id, one.slug]) {
      assert.deepEqual(ids(await as(editor, client.get(`${review}?agency=${key}`))), [video.id])
    }
    assert.isEmpty(ids(await as(editor, client.get(`${review}?agency=khong-co`))))
  })

  test('asks no more of the database for more videos', async ({ client, assert }) => {
    const editor = await givenUser('editor')
    const full = async () => {
      const agencyId = (await givenAgency()).id
      const video = await givenPublishedVideo({ agencyId, topics: ['bao-hiem'], captions: 'WEBVTT\n' })
      for (const number of ['52/2014/QH13', '91/2015/QH13']) await givenTag(video, number)
    }
    const list = () =>
      as(editor, client.get(`${review}?perPage=100`)).then((answer) => answer.assertStatus(200))
    await full()
    await list()
    const queries = await countQueries(list)
    for (let more = 0; more < 3; more++) await full()
    assert.equal(await countQueries(list), queries)
  })
})
