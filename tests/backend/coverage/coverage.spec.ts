import db from '@adonisjs/lucid/services/db'
import testUtils from '@adonisjs/core/services/test_utils'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { addDays, todayInVietnam } from '#app/core/legal_day'
import Law from '#app/laws/law'
import { assertAnswers } from '#tests/helpers/answers'
import { countQueries } from '#tests/helpers/count_queries'
import { givenEverybody, givenUser } from '#tests/helpers/people'
import { as, statusesFor } from '#tests/helpers/requests'
import { givenPublishedVideo, givenTag, givenVideo } from '#tests/helpers/videos'

const path = '/api/v1/coverage'
const alive = '31/2024/QH15'

/** A law whose dates are as told; `expiredOn` before today: out of force. */
const givenLaw = (number: string, dates: Partial<Law> = {}) =>
  Law.create({
    slug: `luat-thu-${number.toLowerCase().replace(/\W/g, '-')}`,
    kind: 'luat',
    number,
    numberKey: number.toLowerCase(),
    title: `Luật thử ${number}`,
    effectiveOn: '2001-01-01',
    statedStatus: 'con_hieu_luc',
    confidence: 'high',
    isStub: false,
    ...dates,
  } as Partial<Law>)

test.group('GET /coverage', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  const boardFor = async (client: ApiClient, query = '') => {
    const answer = await as(await givenUser('editor'), client.get(path + query))
    answer.assertStatus(200)
    const found = answer.body().data
    assertAnswers('Coverage', found)
    const topic = (slug: string) => found.topics.find((one: { slug: string }) => one.slug === slug)
    return { found, topic }
  }

  test('is for editors', async ({ client, assert }) => {
    const statuses = await statusesFor(await givenEverybody(), () => client.get(path))
    assert.deepEqual(statuses, { nobody: 401, producer: 403, editor: 200, administrator: 200 })
  })

  test('refuses a law that is not there, or too long to be one', async ({ client }) => {
    const editor = await givenUser('editor')
    ;(await as(editor, client.get(`${path}?law=khong-co`))).assertStatus(404)
    ;(await as(editor, client.get(`${path}?law=${'a'.repeat(200)}`))).assertStatus(422)
  })

  test('counts listed videos by topic and audience, each once in its topic', async ({ client, assert }) => {
    const topics = ['giao-thong-van-tai', 'dat-dai']
    await givenPublishedVideo({ topics, audiences: ['hoc_sinh', 'lai_xe'] })
    await givenPublishedVideo({ topics: ['dat-dai'], audiences: [] })
    await givenVideo({ topics, audiences: ['hoc_sinh'], status: 'approved' })
    await givenPublishedVideo({ topics, audiences: ['hoc_sinh'], historicalSince: DateTime.utc() })
    const { found, topic } = await boardFor(client)
    assert.lengthOf(found.topics, 45)
    assert.equal(topic('dat-dai').videoCount, 2)
    assert.sameDeepMembers(topic('dat-dai').cells, [
      { audience: 'hoc_sinh', videoCount: 1, outdatedCount: 0 },
      { audience: 'lai_xe', videoCount: 1, outdatedCount: 0 },
      { audience: null, videoCount: 1, outdatedCount: 0 },
    ])
    assert.deepEqual(topic('hinh-su')?.cells ?? [], [])
  })

  test('tells videos of which no tag applies any more, and laws that have only such', async ({
    client,
    assert,
  }) => {
    const dead = await givenLaw('1/2001/QH99', { expiredOn: '2020-01-01' })
    const [old, mixed] = [
      await givenPublishedVideo({ topics: ['dat-dai'], audiences: ['phu_nu'] }),
      await givenPublishedVideo({ topics: ['dat-dai'], audiences: ['phu_nu'] }),
    ]
    await givenPublishedVideo({ topics: ['dat-dai'], audiences: ['phu_nu'] })
    await givenTag(old, dead.number)
    const before = await boardFor(client)
    assert.deepEqual(before.topic('dat-dai').cells, [{ audience: 'phu_nu', videoCount: 3, outdatedCount: 1 }])
    assert.deepEqual(
      before.found.laws.outdated.map(({ id, videoCount }: { id: string; videoCount: number }) => [
        id,
        videoCount,
      ]),
      [[dead.id, 1]]
    )
    await givenTag(mixed, dead.number)
    await givenTag(mixed, alive)
    const after = await boardFor(client)
    assert.deepEqual(after.topic('dat-dai').cells, [{ audience: 'phu_nu', videoCount: 3, outdatedCount: 1 }])
    assert.deepEqual(after.found.laws.outdated, [])
  })

  test('narrows the board to the videos of one law', async ({ client, assert }) => {
    const video = await givenPublishedVideo({ topics: ['dat-dai'], audiences: ['phu_nu'] })
    await givenPublishedVideo({ topics: ['dat-dai'], audiences: ['phu_nu'] })
    await givenTag(video, alive, { article: '1' })
    await givenTag(video, alive, { article: '2' })
    const { found, topic } = await boardFor(client, `?law=${encodeURIComponent(alive)}`)
    assert.equal(found.law.number, alive)
    assert.equal(topic('dat-dai').videoCount, 1)
    assert.deepEqual(topic('dat-dai').cells, [{ audience: 'phu_nu', videoCount: 1, outdatedCount: 0 }])
  })

  test('names laws in force without a video, and those of the months to come', async ({ client, assert }) => {
    const today = todayInVietnam()
    const [taught, untaught, coming] = [
      await givenLaw('2/2001/QH99'),
      await givenLaw('3/2001/QH99'),
      await givenLaw('4/2001/QH99', { effectiveOn: addDays(today, 40) }),
    ]
    await givenLaw('5/2001/QH99', { effectiveOn: addDays(today, 600) })
    await givenLaw('6/2001/QH99', { isStub: true })
    await givenTag(await givenPublishedVideo(), taught.number)
    await givenTag(await givenVideo(), untaught.number)
    const { laws } = (await boardFor(client)).found
    const mine = (list: { number: string }[]) =>
      list.map(({ number }) => number).filter((number) => number.endsWith('QH99'))
    assert.deepEqual(mine(laws.untaught), [untaught.number])
    assert.deepEqual(mine(laws.coming), [coming.number])
  })

  test('sets searches without result beside the topic that they are about', async ({ client, assert }) => {
    const month = todayInVietnam().slice(0, 7)
    const row = (written: string, query: string, count: number) => ({ month, written, query, count })
    await db
      .table('unfound_searches')
      .multiInsert([row('tranh chấp đất đai', 'tranh chap dat dai', 3), row('xyzzy', 'xyzzy', 2)])
    const { found, topic } = await boardFor(client)
    assert.deepEqual(topic('dat-dai').searches, [{ query: 'tranh chấp đất đai', count: 3 }])
    assert.deepEqual(found.otherSearches, [{ query: 'xyzzy', count: 2 }])
  })

  test('asks the database no more often for more videos', async ({ client, assert }) => {
    const editor = await givenUser('editor')
    const queries = () => countQueries(async () => void (await as(editor, client.get(path))))
    const fill = async () => {
      const video = await givenPublishedVideo({ topics: ['dat-dai'], audiences: ['phu_nu'] })
      await givenTag(video, alive)
    }
    await fill()
    await queries()
    const few = await queries()
    for (let at = 0; at < 5; at++) await fill()
    assert.equal(await queries(), few)
  })
})

test.group('GET /videos', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('lists those for one audience', async ({ client, assert }) => {
    const video = await givenPublishedVideo({ audiences: ['phu_nu', 'can_bo'] })
    await givenPublishedVideo({ audiences: ['hoc_sinh'] })
    const ids = (await client.get('/api/v1/videos?audience=phu_nu'))
      .body()
      .data.map(({ id }: { id: string }) => id)
    assert.deepEqual(ids, [video.id])
    ;(await client.get('/api/v1/videos?audience=ai')).assertStatus(422)
  })
})
