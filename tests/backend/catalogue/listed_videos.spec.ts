import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { assertAnswers } from '#tests/helpers/answers'
import { DateTime } from 'luxon'
import { indexVideo } from '#app/search/index_video'
import { countQueries } from '#tests/helpers/count_queries'
import { givenAgency } from '#tests/helpers/people'
import { givenPublishedVideo, givenTag, givenVideo } from '#tests/helpers/videos'

const titles = (answer: { body(): { data: { title: string }[] } }) =>
  answer.body().data.map(({ title }) => title)

test.group('GET /videos', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('forbids what it cannot read', async ({ client, assert }) => {
    for (const bad of [{ sort: 'đẹp' }, { orientation: 'xéo' }, { perPage: 101 }]) {
      const answer = await client.get('/api/v1/videos').qs(bad)
      answer.assertStatus(422)
      assert.equal(answer.body().errors[0].field, Object.keys(bad)[0])
    }
    const answer = await client.get('/api/v1/videos').qs({ law: '102-2016-qh13', provision: 'khoan-2' })
    answer.assertStatus(422)
    assert.equal(answer.body().errors[0].code, 'E_PROVISION_MALFORMED')
  })

  test('lists published videos only', async ({ client, assert }) => {
    for (const status of ['draft', 'ready', 'in_review', 'approved', 'withdrawn'] as const)
      await givenVideo({ status })
    await givenPublishedVideo({ title: 'Chuyện đã công bố' })
    assert.deepEqual(titles(await client.get('/api/v1/videos')), ['Chuyện đã công bố'])
  })

  test('gives of each what a card shows', async ({ client, assert }) => {
    const agency = await givenAgency('Phòng Tư pháp')
    const video = await givenPublishedVideo({
      agencyId: agency.id,
      topics: ['tre-em-gia-dinh-binh-dang-gioi', 'dat-dai'],
      durationSeconds: 61.5,
      orientation: 'portrait',
    })
    await givenTag(video, '102/2016/QH13', { article: '8' })
    await givenTag(video, '102/2016/QH13', { article: '9' })
    const answer = await client.get('/api/v1/videos')
    answer.assertStatus(200)
    const [listed] = answer.body().data
    assertAnswers('ListedVideo', listed)
    assert.containsSubset(listed, {
      id: video.id,
      slug: video.slug,
      durationSeconds: 61.5,
      orientation: 'portrait',
      agency: { name: 'Phòng Tư pháp' },
    })
    assert.match(listed.posterUrl, /\/media\/videos\/.*\/poster\.jpg$/)
    assert.isTrue(DateTime.fromISO(listed.publishedAt).isValid)
    assert.include(
      listed.topics.map(({ slug }: { slug: string }) => slug),
      'dat-dai'
    )
    assert.lengthOf(listed.laws, 1)
    assert.containsSubset(listed.laws[0], {
      number: '102/2016/QH13',
      title: 'Luật Trẻ em',
      slug: '102-2016-qh13',
    })
    assert.isString(listed.laws[0].status)
  })

  test('keeps to a topic, a law, a provision of it, an agency, an orientation, a text', async ({
    client,
    assert,
  }) => {
    const agency = await givenAgency()
    const meant = await givenPublishedVideo({
      title: 'Có',
      description: 'cãi nhau vì hàng rào',
      topics: ['dat-dai'],
      agencyId: agency.id,
      orientation: 'portrait',
    })
    const law = (await givenTag(meant, '31/2024/QH15', { article: '8', clause: '2' })).lawId
    const other = await givenPublishedVideo({ title: 'Không' })
    await givenTag(other, '102/2016/QH13', { article: '8', clause: '2' })
    await indexVideo(meant.id)
    for (const filter of [
      { topic: 'dat-dai' },
      { law: '31-2024-qh15' },
      { law: '31/2024/QH15' },
      { law },
      { law, provision: 'dieu-8' },
      { law, provision: 'dieu-8/khoan-2' },
      { agency: agency.slug },
      { agency: agency.id },
      { orientation: 'portrait' },
      { q: 'hang rao' },
    ]) {
      assert.deepEqual(titles(await client.get('/api/v1/videos').qs(filter)), ['Có'], JSON.stringify(filter))
    }
    for (const filter of [
      { topic: 'x' },
      { law: 'x' },
      { law, provision: 'dieu-9' },
      { agency: 'x' },
      { q: 'chợ' },
    ]) {
      assert.isEmpty(titles(await client.get('/api/v1/videos').qs(filter)), JSON.stringify(filter))
    }
  })

  test('sorts by day, by views, and by the Vietnamese alphabet', async ({ client, assert }) => {
    const days = [3, 1, 2, 4]
    for (const [at, title] of ['Đò', 'Dưa 10', 'Dưa 9', 'Êm'].entries()) {
      const publishedAt = DateTime.utc().minus({ days: days[at]! })
      await givenPublishedVideo({ title, publishedAt, viewCount: at * 10 })
    }
    const sorted = async (sort: string) => titles(await client.get('/api/v1/videos').qs({ sort }))
    assert.deepEqual(await sorted('title'), ['Dưa 9', 'Dưa 10', 'Đò', 'Êm'])
    assert.deepEqual(await sorted('newest'), ['Dưa 10', 'Dưa 9', 'Đò', 'Êm'])
    assert.deepEqual(await sorted('oldest'), ['Êm', 'Đò', 'Dưa 9', 'Dưa 10'])
    assert.deepEqual(await sorted('views'), ['Êm', 'Dưa 9', 'Dưa 10', 'Đò'])
    const page = await client.get('/api/v1/videos').qs({ sort: 'title', page: 2, perPage: 3 })
    assert.deepEqual(titles(page), ['Êm'])
    assert.deepEqual(page.body().meta, { total: 4, page: 2, perPage: 3 })
  })

  test('makes no more queries for more videos', async ({ client, assert }) => {
    const agency = await givenAgency()
    const give = async () => {
      const video = await givenPublishedVideo({ agencyId: agency.id, topics: ['dat-dai', 'bao-hiem'] })
      await givenTag(video, '31/2024/QH15')
      await givenTag(video, '102/2016/QH13')
    }
    await give()
    const one = await countQueries(() => client.get('/api/v1/videos'))
    for (let more = 0; more < 5; more++) await give()
    const many = await countQueries(() => client.get('/api/v1/videos'))
    assert.isAbove(one, 3)
    assert.equal(many, one)
  })
})
