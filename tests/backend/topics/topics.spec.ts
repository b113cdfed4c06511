import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { assertAnswers } from '#tests/helpers/answers'
import { givenPublishedVideo, givenVideo } from '#tests/helpers/videos'

test.group('GET /topics', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('gives all 45 in the official order, on one page', async ({ client, assert }) => {
    const answer = await client.get('/api/v1/topics')
    answer.assertStatus(200)
    const topics = answer.body().data
    for (const topic of topics) assertAnswers('Topic', topic)
    assert.equal(answer.body().meta.total, 45)
    assert.deepEqual(
      topics.map((topic: { number: number }) => topic.number),
      Array.from({ length: 45 }, (_, at) => at + 1)
    )
    assert.containsSubset(topics[0], { slug: 'an-ninh-quoc-gia', name: 'An ninh quốc gia' })
    assert.containsSubset(topics[0].subTopics[0], { name: 'An ninh mạng' })
    assert.include(topics[0].subTopics[0].themes, 'tin giả')
  })

  test('names them in the language asked for', async ({ client, assert }) => {
    const answer = await client.get('/api/v1/topics').header('Accept-Language', 'en')
    assert.equal(answer.body().data[0].name, 'National security')
  })

  test('counts published videos only', async ({ client, assert }) => {
    await givenPublishedVideo({ topics: ['bao-hiem'] })
    await givenVideo({ topics: ['bao-hiem'] })
    const answer = await client.get('/api/v1/topics')
    const topic = answer.body().data.find(({ slug }: { slug: string }) => slug === 'bao-hiem')
    assert.equal(topic.videoCount, 1)
    assert.isAbove(topic.lawCount, 0)
  })
})

test.group('GET /topics/:slug', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('says 404 where there is no such topic', async ({ client }) => {
    const answer = await client.get('/api/v1/topics/khong-co')
    answer.assertStatus(404)
  })

  test('gives the topic with its sub-topics and the laws in force', async ({ client, assert }) => {
    const answer = await client.get('/api/v1/topics/dat-dai')
    answer.assertStatus(200)
    assertAnswers('TopicDetail', answer.body().data)
    const { laws, subTopics } = answer.body().data
    const numbers = laws.map(({ number }: { number: string }) => number)
    assert.include(numbers, '31/2024/QH15')
    assert.notInclude(numbers, '45/2013/QH13')
    assert.isNotEmpty(subTopics)
  })
})
