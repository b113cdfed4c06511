import { createHash } from 'node:crypto'
import { test } from '@japa/runner'
import { addressKey, networkOf } from '#app/forms/address_key'
import { cleanLine, cleanText } from '#app/forms/clean_text'
import { hashCode, newCode } from '#app/forms/private_code'
import { difficultyFor, isProof, leadingZeroBits } from '#app/forms/proof_of_work'
import { suspicionsOf, textKey } from '#app/forms/suspicions'

const plain = { text: 'Đi xe máy không có bằng lái bị phạt bao nhiêu?', ageSeconds: 40, isRepeated: false }

test.group('Suspicions', () => {
  const of = (text: string) => suspicionsOf({ ...plain, text })

  test('are none of a question as people ask it, in any spelling', ({ assert }) => {
    for (const text of [
      plain.text,
      'di xe may khong bang lai phat bao nhieu tien vay ad',
      'HỎI LUẬT ĐẤT ĐAI ??? Nhà tôi bị thu hồi đất…',
      'Trang https://vbpl.vn ghi khác với video này, xin hỏi bên nào đúng ạ?',
      'Phạt bn?',
    ])
      assert.deepEqual(of(text), [], text)
  })

  test('arise from links that are most of a text, or several', ({ assert }) => {
    assert.deepEqual(of('Xem https://a.example/1'), ['links'])
    assert.deepEqual(of('Vay tiền nhanh tại nhanh-tay.com hoặc www.vay.vn, duyệt trong ngày, lãi thấp'), [
      'links',
    ])
  })

  test('arise from what says nothing', ({ assert }) => {
    assert.deepEqual(of('???!!! 123'), ['noise'])
    assert.deepEqual(of('aaaaaaaaaaaaaaaaaaaaaa'), ['noise'])
    assert.deepEqual(of('mua ngay '.repeat(20)), ['noise'])
  })

  test('arise from the hidden field, haste and repetition, together', ({ assert }) => {
    const found = suspicionsOf({ ...plain, honeypot: 'http://x', ageSeconds: 1, isRepeated: true })
    assert.deepEqual(found, ['honeypot', 'too_fast', 'repeated'])
  })

  test('know a text again in other capitals, marks and spaces', ({ assert }) => {
    assert.equal(textKey('Phạt  bao nhiêu?'), textKey('PHAT bao nhieu'))
    assert.notEqual(textKey('phạt bao nhiêu'), textKey('phạt nhiêu bao'))
  })

  test('are found quickly in hostile text', ({ assert }) => {
    for (const text of ['a.'.repeat(10_000), 'http://'.repeat(3000), 'ạ'.repeat(20_000), 'a-'.repeat(10_000)])
      assert.isArray(of(text))
  })
})

test.group('Texts', () => {
  test('are kept without controls, invisible signs and changes of direction', ({ assert }) => {
    assert.equal(
      cleanText('  Xin\u0000 hỏi\u202E\u200B\r\n\r\n\r\n\r\nluật\t số  \u20661 '),
      'Xin hỏi\n\nluật số 1'
    )
    assert.equal(cleanText('hoa\u0300'), 'hoà')
    assert.equal(cleanLine('Nguyễn\nVăn  A'), 'Nguyễn Văn A')
    assert.isBelow(cleanText(`a${'\u0336'.repeat(500)}`).length, 6)
  })
})

test.group('Proof of work', () => {
  test('counts the zero bits in front', ({ assert }) => {
    assert.equal(leadingZeroBits(Uint8Array.of(0, 0, 1)), 23)
    assert.equal(leadingZeroBits(Uint8Array.of(255)), 0)
    assert.equal(leadingZeroBits(Uint8Array.of(0, 0)), 16)
  })

  test('is a number that was looked for, and of this token', ({ assert }) => {
    let proof = 0
    const zeros = (at: number) => leadingZeroBits(createHash('sha256').update(`token:${at}`).digest())
    while (zeros(proof) < 10) proof++
    assert.isTrue(isProof('token', String(proof), 10))
    assert.isFalse(isProof('token', String(proof), zeros(proof) + 1))
    assert.isFalse(isProof('token2', String(proof), 10))
    for (const no of [undefined, '', '-1', '1e5', '1'.repeat(30)]) assert.isFalse(isProof('token', no, 0))
  })

  test('grows dearer while forms pour in, within bounds', ({ assert }) => {
    assert.deepEqual([0, 21, 61, 201, 601, 1e6].map(difficultyFor), [16, 17, 18, 19, 20, 20])
  })
})

test.group('Codes and addresses', () => {
  test('a code is found again however it is typed', ({ assert }) => {
    const code = newCode()
    assert.match(code, /^([2-9a-hjkmnp-z]{4}-){3}[2-9a-hjkmnp-z]{4}$/)
    assert.equal(hashCode(code), hashCode(` ${code.toUpperCase().replaceAll('-', ' ')}`))
    assert.notEqual(hashCode(code), hashCode(newCode()))
  })

  test('an address counts by a digest that is another one tomorrow', ({ assert }) => {
    const today = addressKey('203.0.113.7', '2026-11-24', 'khóa')
    assert.notInclude(today, '203')
    assert.notEqual(today, addressKey('203.0.113.7', '2026-11-25', 'khóa'))
    assert.notEqual(today, addressKey('203.0.113.8', '2026-11-24', 'khóa'))
  })

  test('a household with a network of IPv6 counts as one', ({ assert }) => {
    assert.equal(networkOf('2001:db8:1:2::9'), networkOf('2001:db8:1:2:aaaa:bbbb:cccc:dddd'))
    assert.notEqual(networkOf('2001:db8:1:2::9'), networkOf('2001:db8:1:3::9'))
    assert.equal(networkOf('::ffff:203.0.113.7'), '203.0.113.7')
  })
})
