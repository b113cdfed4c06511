import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { assertAnswers } from '#tests/helpers/answers'

test.group('POST /citations/parse', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('forbids a missing or endless text, and a day that does not exist', async ({ client, assert }) => {
    for (const [body, field] of [
      [{}, 'text'],
      [{ text: 'a'.repeat(300_001) }, 'text'],
      [{ text: 'Điều 8', asOf: '2025-02-30' }, 'asOf'],
    ] as const) {
      const answer = await client.post('/api/v1/citations/parse').json(body)
      answer.assertStatus(422)
      assert.equal(answer.body().errors[0].field, field)
    }
  })

  test('reads the citations of a text, without an account, with offsets in the text as it was sent', async ({
    client,
    assert,
  }) => {
    const text = '  Theo điểm a khoản 2 Điều 8 Luật Hôn nhân và gia đình và Nghị định 2/1999/ND-CP. '
    const answer = await client.post('/api/v1/citations/parse').json({ text })
    answer.assertStatus(200)
    const [first, second] = answer.body().data
    for (const citation of answer.body().data) assertAnswers('Citation', citation)
    assert.containsSubset(first, {
      law: { number: '52/2014/QH13', title: 'Luật Hôn nhân và gia đình' },
      articles: ['8'],
      clauses: ['2'],
      points: ['a'],
      assumed: true,
    })
    assert.equal(first.text, text.slice(first.start, first.end))
    assert.containsSubset(second, { law: null, number: '02/1999/NĐ-CP' })
  })

  test('answers an empty list for a text without any', async ({ client, assert }) => {
    for (const text of ['', 'trừ 2 điểm giấy phép lái xe']) {
      const answer = await client.post('/api/v1/citations/parse').json({ text })
      answer.assertStatus(200)
      assert.deepEqual(answer.body().data, [])
    }
  })
})
