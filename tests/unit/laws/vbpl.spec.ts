import { requireRows } from '#app/laws/import/tsv'
import { readVbpl } from '#app/laws/import/read_vbpl'
import { test } from '@japa/runner'

const document = {
  docNum: '168/2024/ND-CP',
  title: 'Nghị định quy định xử phạt',
  docType: { name: 'Nghị định' },
  effStatus: { code: 'HHLMP', name: 'Hết hiệu lực một phần' },
  issueDate: '2024-12-26T00:00:00',
  effFrom: '2025-01-01',
  effTo: null,
  agencyName: 'Chính phủ',
}
const read = (...entries: unknown[]) => readVbpl(JSON.stringify(entries))

test.group('Import in the manner of vbpl.vn', () => {
  test('reads a document in our terms', ({ assert }) => {
    assert.deepEqual(requireRows(read(document)), [
      {
        number: '168/2024/NĐ-CP',
        kind: 'nghi_dinh',
        title: 'Nghị định quy định xử phạt',
        issuer: 'Chính phủ',
        issuedOn: '2024-12-26',
        effectiveOn: '2025-01-01',
        expiredOn: null,
        statedStatus: 'het_hieu_luc_mot_phan',
        line: 1,
      },
    ])
  })

  test('takes one document, a list, or a page of them', ({ assert }) => {
    for (const shape of [document, [document], { data: [document] }, { data: { items: [document] } }]) {
      assert.lengthOf(requireRows(readVbpl(JSON.stringify(shape))), 1)
    }
  })

  test('reads labels by name or code, decomposed or in capitals, and none as unverified', ({ assert }) => {
    const labels = ['Còn hiệu lực'.normalize('NFD'), 'HẾT HIỆU LỰC TOÀN BỘ', 'CHL', { code: 'CCHL' }, null]
    assert.deepEqual(
      requireRows(read(...labels.map((effStatus) => ({ docNum: '1/2020/QH14', effStatus })))).map(
        ({ statedStatus }) => statedStatus
      ),
      ['con_hieu_luc', 'het_hieu_luc_toan_bo', 'con_hieu_luc', 'chua_co_hieu_luc', 'chua_xac_minh']
    )
  })

  test('reads a moment as the day it was in Vietnam', ({ assert }) => {
    const days = ['2024-12-31T17:00:00.000Z', '2025-01-01T00:00:00+07:00', '01/01/2025', '2025-01-01']
    for (const effFrom of days) {
      assert.equal(requireRows(read({ ...document, effFrom }))[0]?.effectiveOn, '2025-01-01', effFrom)
    }
  })

  test('names the document and the field of what is wrong', ({ assert }) => {
    const { rows, problems } = read(
      { ...document, docNum: '' },
      { ...document, effStatus: 'mới' },
      { ...document, issueDate: '31/02/2024', effTo: 'hôm qua' }
    )
    assert.deepEqual(rows, [])
    assert.deepEqual(
      problems.map(({ code, options }) => [code, options.params?.line, options.params?.column]),
      [
        ['E_IMPORT_MISSING', 1, 'docNum'],
        ['E_IMPORT_VALUE', 2, 'effStatus'],
        ['E_IMPORT_DATE', 3, 'issueDate'],
        ['E_IMPORT_DATE', 3, 'effTo'],
      ]
    )
    for (const text of ['', '{', 'null', '"x"', '{"a":1}']) {
      assert.deepEqual(
        readVbpl(text).problems.map(({ code }) => code),
        ['E_IMPORT_COLUMNS'],
        text
      )
    }
  })
})
