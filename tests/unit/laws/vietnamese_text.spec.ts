import {
  fold,
  foldVowel,
  foldWithOffsets,
  normalise,
  slugify,
  spellingKey,
  tokens,
} from '#app/core/vietnamese_text'
import { test } from '@japa/runner'

test.group('Vietnamese text', () => {
  test('puts decomposed marks in order before composing', ({ assert }) => {
    assert.equal(normalise('d\u00ef'.normalize('NFD')), 'dï')
    assert.equal(normalise('Việt'.normalize('NFD')), 'Việt')
    assert.equal(normalise('e\u0301\u0302'), 'ế', 'tone before quality')
    assert.equal(normalise('\u00e9\u0302'), 'ế', 'a composed letter followed by the quality')
    assert.equal(normalise('o\u0323\u031B'), 'ợ')
  })

  test('reads eth as đ', ({ assert }) => {
    assert.equal(normalise('Ði\u1EC1u \u00F0'), 'Điều đ')
    assert.equal(fold('\u00D0\u00F0'), 'dd')
  })

  test('folds every letter, đ among them', ({ assert }) => {
    assert.equal(fold('ĐƯỜNG BỘ, quý Ửng'), 'duong bo, quy ung')
    assert.equal(fold('hoà'), fold('hòa'))
    assert.equal(fold('ho\u00ADà gi\u200Bải'), 'hoa giai')
  })

  test('takes i for y after one consonant only', ({ assert }) => {
    assert.deepEqual(['ly', 'ky', 'quy', 'tay', 'thuy', 'y'].map(foldVowel), [
      'li',
      'ki',
      'qui',
      'tay',
      'thuy',
      'y',
    ])
  })

  test('gives the exact slice back for a place in the folded text', ({ assert }) => {
    for (const form of ['NFC', 'NFD'] as const) {
      const original = '“Điều kiện” của \u{1F600} đất đai'.normalize(form)
      const folded = foldWithOffsets(original)
      const at = folded.text.indexOf('dat dai')
      const slice = original.slice(folded.starts[at], folded.ends[at + 'dat dai'.length - 1])
      assert.equal(slice, 'đất đai'.normalize(form))
      assert.equal(folded.starts[folded.text.length], original.length)
    }
  })

  test('keeps diacritics in the spelling key and forgets where the tone was written', ({ assert }) => {
    assert.equal(spellingKey('hoà giải thuỷ uỷ'), spellingKey('hòa giải thủy ủy'))
    assert.equal(spellingKey('HOÀ'.normalize('NFD')), spellingKey('hòa'))
    assert.notEqual(spellingKey('đất đai'), spellingKey('đạt đại'))
    assert.notEqual(spellingKey('quý'), spellingKey('quỹ'))
  })

  test('makes slugs of ASCII', ({ assert }) => {
    assert.equal(slugify('Trật tự, an toàn giao thông đường bộ'), 'trat-tu-an-toan-giao-thong-duong-bo')
    assert.equal(slugify('36/2024/QH15'), '36-2024-qh15')
    assert.equal(slugify('  —  '), '')
  })

  test('tells words, numbers and signs apart with their places', ({ assert }) => {
    const found = tokens('Điều 256a,\n\nkhoản'.normalize('NFD'))
    assert.deepEqual(
      found.map(({ kind, exact, glued, afterBlankLine }) => [kind, exact, glued, afterBlankLine]),
      [
        ['word', 'điều', true, false],
        ['number', '256', false, false],
        ['word', 'a', true, false],
        ['sign', ',', true, false],
        ['word', 'khoản', false, true],
      ]
    )
  })
})
