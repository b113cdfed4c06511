import { test } from '@japa/runner'
import { issueToken, readToken, tokenLifetimeMs } from '#app/forms/form_token'

const key = 'một khóa dài để thử nghiệm mà thôi'
const given = {
  purpose: 'question',
  videoId: 'video1',
  issuedAtMs: 1_700_000_000_000,
  difficultyBits: 16,
} as const
const read = (text: string, fields: object = {}) =>
  readToken(text, { purpose: 'question', videoId: 'video1', nowMs: given.issuedAtMs + 5000, key, ...fields })

test.group('A form token', () => {
  test('is read for the form it was issued for', ({ assert }) => {
    assert.containsSubset(read(issueToken(given, key)), given)
  })

  test('is another one each time', ({ assert }) => {
    assert.notEqual(issueToken(given, key), issueToken(given, key))
  })

  test('holds for no other purpose, video, key or time', ({ assert }) => {
    const token = issueToken(given, key)
    assert.isNull(read(token, { purpose: 'report' }))
    assert.isNull(read(token, { videoId: 'video2' }))
    assert.isNull(read(token, { key: `${key}!` }))
    assert.isNull(read(token, { nowMs: given.issuedAtMs - 1 }))
    assert.isNull(read(token, { nowMs: given.issuedAtMs + tokenLifetimeMs + 1 }))
  })

  test('cannot be made easier or younger by hand', ({ assert }) => {
    const parts = issueToken(given, key).split('.')
    const changed = (at: number, value: string) =>
      parts.map((part, index) => (index === at ? value : part)).join('.')
    assert.isNull(read(changed(4, '0')))
    assert.isNull(read(changed(3, (given.issuedAtMs + 1000).toString(36))))
    assert.isNull(read(changed(0, 'other')))
    for (const text of ['', '.....', 'a.b.c', 'x'.repeat(200), `${parts.join('.')}.`])
      assert.isNull(read(text))
  })
})
