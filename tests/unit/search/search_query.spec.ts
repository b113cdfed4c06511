import { test } from '@japa/runner'
import { readQuery } from '#app/search/search_query'
import { exactText, foldedText, searchUnits } from '#app/search/search_units'
import type { SearchWords } from '#app/search/search_words'

const wording = (text: string) => {
  const units = searchUnits(text)
  return { text, units, folded: foldedText(units), exact: exactText(units) }
}
const stop = ['cho', 'thì', 'phải'].map(searchUnits)
const words: SearchWords = {
  groups: [
    ['sổ đỏ', 'sổ hồng', 'giấy chứng nhận quyền sử dụng đất'].map(wording),
    ['má', 'mẹ', 'u'].map(wording),
    ['BLDS', 'Bộ luật Dân sự'].map(wording),
  ],
  stopWords: { exact: new Set(stop.map(exactText)), folded: new Set(stop.map(foldedText)) },
}
const clausesOf = (text: string) => readQuery(text, words).clauses

test.group('Reading a search query', () => {
  test('asks for all its words, folded, whatever signs stand between them', ({ assert }) => {
    assert.deepEqual(clausesOf('"Điều 08": hoà (giải)*'), [
      { words: ['dieu', '8', 'hoa', 'giai'], phrases: [] },
    ])
    assert.deepEqual(clausesOf('nđ168/2024'), [{ words: ['nd', '168', '2024'], phrases: [] }])
  })

  test('asks for nothing where there is neither letter nor digit', ({ assert }) => {
    assert.deepEqual(clausesOf(' "*-🙂 '), [])
  })

  test('passes over stop words, but not over words that only look like them', ({ assert }) => {
    assert.deepEqual(clausesOf('cho chó ăn thì phải'), [{ words: ['cho', 'an'], phrases: [] }])
    assert.deepEqual(clausesOf('cho'), [{ words: ['cho'], phrases: [] }])
  })

  test('adds the other ways to say a part of it: short ones as phrases, long ones as words', ({ assert }) => {
    assert.deepEqual(clausesOf('làm sổ đỏ'), [
      { words: ['lam', 'so', 'do'], phrases: [] },
      { words: ['lam'], phrases: ['so hong'] },
      { words: ['lam', 'giay', 'chung', 'nhan', 'quyen', 'su', 'dung', 'dat'], phrases: [] },
    ])
    assert.deepInclude(clausesOf('BLDS'), { words: [], phrases: ['bo luat dan su'] })
    assert.deepInclude(clausesOf('bo luat dan su'), { words: [], phrases: ['blds'] })
  })

  test('does not take ma for má, and offers no lone syllable that is too short to mean one thing', ({
    assert,
  }) => {
    assert.deepEqual(clausesOf('ma'), [{ words: ['ma'], phrases: [] }])
    assert.deepEqual(clausesOf('má'), [{ words: ['ma'], phrases: [] }])
  })

  test('reads only so much of an endless text', ({ assert }) => {
    assert.isAtMost(readQuery('đất '.repeat(10_000), words).units.length, 24)
  })
})
