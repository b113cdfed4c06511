import {
  containsLawNumber,
  kindOfNumber,
  lawNumberKey,
  lawSlug,
  normaliseLawNumber,
  parseLawNumber,
} from '#app/laws/law_number'
import { test } from '@japa/runner'

const spellings: [string, string][] = [
  ['168/2024/ND-CP', '168/2024/NĐ-CP'],
  ['168/2024/nđcp', '168/2024/NĐ-CP'],
  ['nd168/2024', '168/2024/NĐ-CP'],
  ['NĐ 168/2024', '168/2024/NĐ-CP'],
  ['168/2024', '168/2024'],
  ['09/2023/TT- BXD', '09/2023/TT-BXD'],
  ['09 / 2023 / TT – BXD', '09/2023/TT-BXD'],
  ['2/2007/QH12', '02/2007/QH12'],
  ['31/2024/qh15', '31/2024/QH15'],
  ['31/2024/QH 15', '31/2024/QH15'],
  ['31/2024QH15', '31/2024/QH15'],
  ['luật số 31/2024/QH15', '31/2024/QH15'],
  ['471/QD-TTG', '471/QĐ-TTg'],
  ['21/2015/qd-ubnd', '21/2015/QĐ-UBND'],
  ['1/2016/ttlt-tandtc-vksndtc-btp', '01/2016/TTLT-TANDTC-VKSNDTC-BTP'],
  ['55/vbhn-vpqh', '55/VBHN-VPQH'],
  ['06/2003/PL-UBTVQH11', '06/2003/PL-UBTVQH11'],
  ['12/2019/nq-hdnd', '12/2019/NQ-HĐND'],
  ['168/2024/NĐ-CP'.normalize('NFD'), '168/2024/NĐ-CP'],
  ['Hiến pháp 2013', 'Hiến pháp 2013'],
]

test.group('Document numbers', () => {
  test('are brought to their official spelling: {0}')
    .with(spellings)
    .run(({ assert }, [written, official]) => assert.equal(normaliseLawNumber(written), official))

  test('are none where there is no number', ({ assert }) => {
    for (const text of ['', 'Luật Đất đai', '15/11/2024', '24/7 ', '2024', 'x168/2024']) {
      assert.isNull(parseLawNumber(text), text)
    }
  })

  test('compare on a folded key', ({ assert }) => {
    assert.equal(lawNumberKey('2/2007/qh12'), lawNumberKey('02/2007/QH12'))
    assert.equal(lawNumberKey('168/2024/ND-CP'), lawNumberKey('168/2024/NĐ-CP'))
    assert.notEqual(lawNumberKey('98/2025/QH15'), lawNumberKey('198/2025/QH15'))
  })

  test('stand on digit boundaries', ({ assert }) => {
    assert.isFalse(containsLawNumber('Nghị quyết 198/2025/QH15', '98/2025/QH15'))
    assert.isTrue(containsLawNumber('(98/2025/QH15).', '98/2025/QH15'))
    assert.isFalse(containsLawNumber('98/2025/QH150', '98/2025/QH15'))
    assert.isTrue(containsLawNumber('theo 198/2025/QH15 và 98/2025/qh15', '98/2025/QH15'))
  })

  test('show the kind where they can', ({ assert }) => {
    const kinds = ['168/2024/NĐ-CP', '471/QĐ-TTg', '21/2015/QĐ-UBND', '31/2024/QH15', '03/2012/UBTVQH13'].map(
      kindOfNumber
    )
    assert.deepEqual(kinds, ['nghi_dinh', 'quyet_dinh_ca_biet', 'quyet_dinh', null, 'phap_lenh'])
    assert.equal(kindOfNumber('01/2016/TTLT-TANDTC-BTP'), 'thong_tu_lien_tich')
    assert.equal(kindOfNumber('55/VBHN-VPQH'), 'van_ban_hop_nhat')
  })

  test('make slugs', ({ assert }) => {
    assert.equal(lawSlug('36/2024/QH15'), '36-2024-qh15')
    assert.equal(lawSlug('168/2024/NĐ-CP'), '168-2024-nd-cp')
    assert.equal(lawSlug('Hiến pháp 2013'), 'hien-phap-2013')
  })
})
