import db from '@adonisjs/lucid/services/db'
import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { todayInVietnam } from '#app/core/legal_day'
import { mostQueries } from '#app/statistics/unfound_search'
import { assertAnswers } from '#tests/helpers/answers'
import { givenUser } from '#tests/helpers/people'
import { as } from '#tests/helpers/requests'
import { givenPublishedVideo } from '#tests/helpers/videos'

const search = (q: string, more = '') => `/api/v1/search?q=${encodeURIComponent(q)}${more}`
const month = () => todayInVietnam().slice(0, 7)

test.group('Searches without result', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('are counted by their folded text, the further pages of one not', async ({ client, assert }) => {
    for (const q of ['Nuôi trăn', 'nuoi  tran!', 'NUÔI TRĂN']) await client.get(search(q))
    await client.get(search('nuôi trăn', '&page=2'))
    const rows = await db.from('unfound_searches')
    assert.deepEqual(
      rows.map((row) => ({ ...row })),
      [{ month: month(), query: 'nuoi tran', written: 'nuôi trăn', count: 3 }]
    )
    const editor = await givenUser('editor')
    const { data } = (await as(editor, client.get('/api/v1/statistics/searches'))).body()
    assertAnswers('UnfoundSearch', data[0])
    assert.deepEqual(data, [{ query: 'nuôi trăn', count: 3, lastMonth: month() }])
  })

  test('are neither those that find something, nor those of editors, nor what may name a person', async ({
    client,
    assert,
  }) => {
    await givenPublishedVideo({ title: 'Zebra qua đường' })
    await client.get(search('zebra'))
    await as(await givenUser('editor'), client.get(search('nuôi trăn')))
    await client.get(search('gọi 0912345678'))
    await client.get(search(''))
    const rows = await db.from('unfound_searches')
    assert.notIncludeMembers(
      rows.map(({ query }) => query),
      ['nuoi tran', 'goi 0912345678', '']
    )
    assert.lengthOf(
      rows.filter(({ query }) => query !== 'zebra'),
      0
    )
  })

  test('are so many different ones in a month and no more', async ({ client, assert }) => {
    const row = (at: number) => ({ month: month(), query: `cau ${at}`, written: `cau ${at}`, count: 1 })
    for (let at = 0; at < mostQueries; at += 100)
      await db.table('unfound_searches').multiInsert(Array.from({ length: 100 }, (_, more) => row(at + more)))
    await client.get(search('hoàn toàn khác'))
    await client.get(search('câu 7'))
    assert.equal(Number((await db.from('unfound_searches').count('* as count').first()).count), mostQueries)
    assert.equal((await db.from('unfound_searches').where('query', 'cau 7').first()).count, 2)
  })
})
