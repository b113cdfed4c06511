import { test } from '@japa/runner'
import { correct, isOneEditAway, vocabularyOf, withoutTelex } from '#app/search/correct'

const vocabulary = vocabularyOf(['Luật Đất đai', 'Luật Thừa kế', 'tranh chấp thừa kế', 'ly hôn', 'đường bộ'])

test.group('A slip of the keyboard', () => {
  test('is a letter too many, too few, another, or two swapped', ({ assert }) => {
    for (const [a, b] of [
      ['chapp', 'chap'],
      ['chp', 'chap'],
      ['chep', 'chap'],
      ['cahp', 'chap'],
    ] as const) {
      assert.isTrue(isOneEditAway(a, b), a)
      assert.isTrue(isOneEditAway(b, a), b)
    }
    for (const [a, b] of [
      ['chap', 'chap'],
      ['chappp', 'chap'],
      ['pach', 'chap'],
      ['ab', 'ba c'],
    ] as const) {
      assert.isFalse(isOneEditAway(a, b), a)
    }
  })

  test('is also what the keyboard left undone', ({ assert }) => {
    const typed = {
      luaatj: 'luat',
      ddaats: 'dat',
      dduwowngf: 'duong',
      thuwaf: 'thua',
      kees: 'ke',
      hoon: 'hon',
    }
    for (const [telex, meant] of Object.entries(typed)) assert.equal(withoutTelex(telex), meant)
  })

  test('is mended to how the word is mostly written; the rest stays as typed', ({ assert }) => {
    assert.equal(correct('Tranh chấpp thừa kế', vocabulary), 'Tranh chấp thừa kế')
    assert.equal(correct('luaatj ddaats ddai', vocabulary), 'luật đất đai')
  })

  test('is not seen in known words, numbers and what nothing is like', ({ assert }) => {
    assert.isNull(correct('luật đất đai', vocabulary))
    assert.isNull(correct('168/2024 xyzzy qqqqq', vocabulary))
  })
})
