import { test } from '@japa/runner'
import { formFilename, formKind } from '#app/consents/form_kind'
import { csvLine } from '#app/core/csv'

test.group('A line of CSV', () => {
  test('quotes what needs it and leaves numbers alone', ({ assert }) => {
    assert.equal(
      csvLine(['a', 'b,c', 'd "e"', 'f\ng', null, undefined, -1.5]),
      'a,"b,c","d ""e""","f\ng",,,-1.5\r\n'
    )
  })

  test('never begins a formula', ({ assert }) => {
    for (const text of ['=1+1', '+1', '-1', '@a', ' =1', '\t=1', '＝1', '\u00A0=1', '|a', '\u200B+1']) {
      const cell = csvLine([text]).replace(/^"|"?\r\n$/g, '')
      assert.isTrue(cell.startsWith("'"), JSON.stringify(text))
    }
    assert.equal(csvLine(['1-2', 'a=b']), '1-2,a=b\r\n')
  })
})

test.group('A signed form', () => {
  test('is what its bytes say', ({ assert }) => {
    assert.equal(formKind(Buffer.from('%PDF-1.4 …'))?.extension, 'pdf')
    assert.equal(formKind(Buffer.from([0xff, 0xd8, 0xff, 0xe0]))?.extension, 'jpg')
    assert.isNull(formKind(Buffer.from('\n%PDF-1.4')))
    assert.isNull(formKind(new Uint8Array()))
  })

  test('has a plain name with the right extension', ({ assert }) => {
    const pdf = formKind(Buffer.from('%PDF-'))!
    const names = ['Đơn.pdf', 'C:\\Users\\a\\don.HTML', '../..', '', 'a\u202Egpj.exe', 'x'.repeat(300)]
    assert.deepEqual(
      names.map((name) => formFilename(name, pdf)),
      ['Đơn.pdf', 'don.pdf', 'ban-ky.pdf', 'ban-ky.pdf', 'agpj.pdf', `${'x'.repeat(120)}.pdf`]
    )
  })
})
