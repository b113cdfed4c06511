import { test } from '@japa/runner'
import { pathAfterLogin } from '../../../frontend/src/accounts/path_after_login.js'
import {
  lawPath,
  provisionFrom,
  provisionLabel,
  provisionPath,
} from '../../../frontend/src/laws/provision.js'
import { anchorOf } from '../../../frontend/src/topics/anchor.js'
import { pageNumbers } from '../../../frontend/src/ui/page_numbers.js'
import { secondsFrom } from '../../../frontend/src/videos/seconds_from.js'

test.group('Addresses of the site', () => {
  test('a provision reads back from its own address, đ as dd', ({ assert }) => {
    const provision = { article: '256a', clause: '2', point: 'đ' }
    assert.equal(provisionPath(provision), 'dieu-256a/khoan-2/diem-dd')
    assert.deepEqual(provisionFrom({ article: '256a', clause: '2', point: 'dd' }), provision)
    assert.equal(provisionFrom({ article: '1', point: 'd' }).point, 'd')
    assert.equal(provisionLabel(provision), 'điểm đ khoản 2 Điều 256a')
  })

  test('a law without a provision has the short address', ({ assert }) => {
    assert.equal(lawPath('36-2024-qh15'), '/van-ban/36-2024-qh15')
    assert.equal(
      lawPath('36-2024-qh15', { article: null, clause: null, point: null }),
      '/van-ban/36-2024-qh15'
    )
  })

  test('a login leads back into this site and nowhere else', ({ assert }) => {
    assert.equal(pathAfterLogin('producer', '/studio/tai-len?x=1'), '/studio/tai-len?x=1')
    for (const wanted of [
      '//evil.example',
      '/\\evil.example',
      'https://evil.example',
      'javascript:alert(1)',
      null,
    ]) {
      assert.equal(pathAfterLogin('editor', wanted), '/bien-tap')
    }
  })

  test('a start is given in seconds or as a clock, and anything else is the beginning', ({ assert }) => {
    assert.deepEqual(
      ['83', '83s', '1:23', '1:02:03', '-4', 'abc', undefined].map(secondsFrom),
      [83, 83, 83, 3723, 0, 0, 0]
    )
  })

  test('a sub-topic is found by its name without marks', ({ assert }) => {
    assert.equal(anchorOf('Phòng, chống ma túy'), 'phong-chong-ma-tuy')
    assert.equal(anchorOf('Đất đai'), 'dat-dai')
  })

  test('pages far away are left out', ({ assert }) => {
    assert.deepEqual(pageNumbers(5, 20), [1, null, 4, 5, 6, null, 20])
    assert.deepEqual(pageNumbers(1, 3), [1, 2, 3])
  })
})
