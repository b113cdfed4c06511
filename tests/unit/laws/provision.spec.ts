import {
  compareProvisions,
  contains,
  overlaps,
  parseProvisionPath,
  provisionPath,
  provisionText,
  type Provision,
} from '#app/laws/provision'
import { test } from '@japa/runner'

const at = (
  article: string | null,
  clause: string | null = null,
  point: string | null = null
): Provision => ({
  article,
  clause,
  point,
})

test.group('Provisions', () => {
  test('have ASCII paths and come back from them', ({ assert }) => {
    const paths: [Provision, string][] = [
      [at('8', '2', 'đ'), 'dieu-8/khoan-2/diem-dd'],
      [at('8', '2', 'd'), 'dieu-8/khoan-2/diem-d'],
      [at('256a', '2a'), 'dieu-256a/khoan-2a'],
      [at('5', null, 'a'), 'dieu-5/diem-a'],
      [at('60đ'), 'dieu-60dd'],
      [at('9', '1', 'a1'), 'dieu-9/khoan-1/diem-a1'],
      [at(null), ''],
    ]
    for (const [provision, path] of paths) {
      assert.equal(provisionPath(provision), path)
      assert.deepEqual(parseProvisionPath(path), provision)
    }
  })

  test('are not read from other paths', ({ assert }) => {
    for (const path of [
      'dieu-0',
      'dieu-8/diem-f',
      'khoan-2',
      'diem-a',
      'dieu-8/khoan-2/x',
      'dieu-08',
      'dieu--1',
    ]) {
      assert.isNull(parseProvisionPath(path), path)
    }
  })

  test('are spelled as the law spells them', ({ assert }) => {
    assert.equal(provisionText(at('8', '2', 'a')), 'điểm a khoản 2 Điều 8')
    assert.equal(provisionText(at('8')), 'Điều 8')
    assert.equal(provisionText(at(null)), '')
  })

  test('contain their parts and nothing else', ({ assert }) => {
    assert.isTrue(contains(at('8'), at('8', '2')))
    assert.isTrue(contains(at(null), at('8', '2')))
    assert.isFalse(contains(at('8', '2'), at('8')))
    assert.isFalse(contains(at('8'), at('80', '2')))
    assert.isFalse(contains(at('8', '2', 'd'), at('8', '2', 'đ')))
    assert.isTrue(overlaps(at('8', '2'), at('8')))
    assert.isFalse(overlaps(at('8', '2'), at('8', '3')))
  })

  test('stand in the order of the law', ({ assert }) => {
    const inOrder = [
      at(null),
      at('8'),
      at('8', '2'),
      at('8', '2', 'c'),
      at('8', '2', 'd'),
      at('8', '2', 'đ'),
      at('8', '2', 'e'),
      at('8', '2', 'g'),
      at('8', '2a'),
      at('8', '10'),
      at('8a'),
      at('9'),
      at('10'),
    ]
    assert.deepEqual([...inOrder].reverse().sort(compareProvisions), inOrder)
  })
})
