import { test } from '@japa/runner'
import { scoreText } from '#app/search/rank'
import { readQuery } from '#app/search/search_query'
import { fieldText, searchUnits } from '#app/search/search_units'
import { snippet } from '#app/search/snippet'

const query = (text: string) =>
  readQuery(text, { groups: [], stopWords: { exact: new Set(), folded: new Set() } })
const score = (text: string, words: string) => scoreText(fieldText(searchUnits(text)), query(words))

test.group('Ranking a text', () => {
  test('prefers the words as spelled, then side by side, then apart, then some of them', ({ assert }) => {
    const order = [
      score('tranh chấp đất đai', 'đất đai'),
      score('đạt đại thắng', 'đất đai'),
      score('đất rồi tới đai', 'đất đai'),
      score('đất', 'đất đai'),
      score('nhà', 'đất đai'),
    ]
    assert.deepEqual(
      [...order].sort((a, b) => b - a),
      order
    )
    assert.equal(order.at(-1), 0)
    assert.equal(new Set(order).size, order.length)
  })

  test('takes old and new tone marks, composed or not, for one spelling', ({ assert }) => {
    assert.equal(score('hoà giải', 'hòa giải'), score('hòa giải'.normalize('NFD'), 'hòa giải'))
  })
})

test.group('A snippet', () => {
  test('is the whole of a short text, and nothing where nothing was found', ({ assert }) => {
    assert.equal(snippet('Hai nhà\n tranh nhau ranh đất', query('ranh đất')), 'Hai nhà tranh nhau ranh đất')
    assert.isNull(snippet('Hai nhà', query('chợ')))
  })

  test('is the place that fits best in a long one', ({ assert }) => {
    const text = `${'Chuyện xưa kể lại. '.repeat(30)}Đất một nơi. ${'Rồi thôi. '.repeat(30)}Họ cãi nhau vì ranh đất này. ${'Hết. '.repeat(60)}`
    const found = snippet(text, query('ranh đất'))!
    assert.match(found, /^… .*ranh đất này.* …$/)
    assert.isBelow(found.length, 200)
  })
})
