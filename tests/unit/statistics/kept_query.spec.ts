import { test } from '@japa/runner'
import { keptQuery } from '#app/statistics/kept_query'

test.group('What is kept of a search without result', () => {
  test('is the folded query, and how it was written', ({ assert }) => {
    assert.deepEqual(keptQuery('  Nuôi  chó THẢ RÔNG? '), {
      query: 'nuoi cho tha rong',
      written: 'nuôi chó thả rông?',
    })
  })

  test('keeps the numbers of laws and years', ({ assert }) => {
    for (const text of ['100/2019/NĐ-CP', 'luật đất đai 2013 2024', 'điều 5 khoản 2 nghị định 168/2024'])
      assert.isNotNull(keptQuery(text), text)
  })

  test('leaves out what may name a person', ({ assert }) => {
    const personal = [
      'số 0912345678',
      'gọi 0912 345 678 giúp tôi',
      'cccd 001.089.012.345',
      'tài khoản 1903-4567-8901',
      'an.nguyen@example.vn đòi nợ',
      'https://example.vn/toi',
      'www.example.vn',
      'số ٠٩١٢٣٤٥٦٧٨',
    ]
    for (const text of personal) assert.isNull(keptQuery(text), text)
  })

  test('leaves out stories, and what says nothing', ({ assert }) => {
    for (const text of ['', '  ', '???', 'a', '12', 'tôi kể '.repeat(20), '😀😀'])
      assert.isNull(keptQuery(text), text)
  })
})
