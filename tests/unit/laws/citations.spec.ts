import { normalise } from '#app/core/vietnamese_text'
import { buildLawIndex, lawsNumbered } from '#app/laws/citations/law_index'
import { parseCitations } from '#app/laws/citations/parse_citations'
import { MOST_TARGETS, tagTargets } from '#app/laws/citations/tag_targets'
import { test } from '@japa/runner'
import { readFileSync } from 'node:fs'
import { inShort, read, readInShort, records, startingIndex, TODAY } from './citation_reading.js'

/** `text <tab> reading`, as `inShort` writes it; nothing after the tab: no citation. `#` opens a group. */
const cases = readFileSync(new URL('./citation_cases.tsv', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split('\t') as [string, string])

test.group('Citations', () => {
  test('are read as people write them: {0}')
    .with(cases)
    .run(({ assert }, [text, expected]) => assert.equal(readInShort(text), expected))

  test('read the same decomposed, with hard spaces, in other letters of đ', ({ assert }) => {
    for (const [text, expected] of cases) {
      for (const variant of [
        text.normalize('NFD'),
        text.replaceAll(' ', '\u00A0'),
        text.replaceAll('Đ', 'Ð'),
      ]) {
        const found = read(variant)
        assert.equal(found.map(inShort).join(' ; '), expected, variant)
        for (const { start, end, text: slice } of found) assert.equal(variant.slice(start, end), slice)
      }
    }
  })

  test('are found with exact places in running text', ({ assert }) => {
    const cited = 'điểm a khoản 2 Điều 8 Luật Hôn nhân và gia đình'
    for (const form of ['NFC', 'NFD'] as const) {
      const text = `\u{1F469}\u200D⚖️ Chị nói: “Theo ${cited}, hai em chưa đủ tuổi.” Rồi đi.`.normalize(form)
      const [found, ...others] = read(text)
      assert.isEmpty(others)
      assert.equal(found?.start, text.indexOf(cited.normalize(form)))
      assert.equal(found?.text, cited.normalize(form))
    }
  })

  test('do not overlap, and come in the order of the text', ({ assert }) => {
    const text = cases.map(([one]) => one).join('. ')
    const found = read(text)
    assert.isAbove(found.length, 200)
    let end = 0
    for (const citation of found) {
      assert.isAtLeast(citation.start, end)
      assert.isAbove(citation.end, citation.start)
      end = citation.end
    }
  })

  test('run over one line end and stop at an empty line', ({ assert }) => {
    assert.equal(readInShort('khoản 2\r\nĐiều 8\nLuật Trẻ em'), 'k=2 d=8 vb=102/2016/QH13~')
    assert.equal(readInShort('Điều 8\n\nLuật Trẻ em'), 'd=8 ; vb=102/2016/QH13~')
  })

  test('read marks in the wrong order', ({ assert }) => {
    const disordered = 'Đie\u0300\u0302u 8 Lua\u0323\u0302t Tre\u0309 em'
    assert.equal(normalise(disordered), 'Điều 8 Luật Trẻ em')
    assert.equal(readInShort(disordered), 'd=8 vb=102/2016/QH13~')
  })

  test('are nothing in texts without any', ({ assert }) => {
    for (const text of [
      '',
      ' ',
      '\u0301',
      '/////',
      '((((',
      'Điều',
      'khoản',
      'Luật',
      'nghị định số',
      '2024',
    ]) {
      assert.deepEqual(read(text), [], text)
    }
  })

  test('spell out ranges as long as a code and no longer', ({ assert }) => {
    const [code] = read('từ Điều 1 đến Điều 689 Bộ luật Dân sự 2015')
    assert.equal(code?.articles.length, 689)
    assert.deepEqual(read('Điều 1 đến Điều 9999 Luật Trẻ em')[0]?.articles, ['1', '9999'])
    const many = read('Điều 1 đến Điều 999 Luật Trẻ em. '.repeat(1000))
    assert.isBelow(
      many.reduce((sum, { articles }) => sum + articles.length, 0),
      25_000
    )
  })

  test('stay exact in 140,000 characters that were written to be hard', ({ assert }) => {
    // Anything but linear time would run into the suite's time limit here.
    const shapes = [
      'Điều 1, ',
      'Luật ',
      'k2 d8 ',
      'điểm a khoản 1 và ',
      'Nghị định quy định xử phạt ',
      '1/',
      'HN&',
      '“(',
    ]
    for (const shape of shapes) {
      const text = shape.repeat(140_000 / shape.length)
      for (const { start, end, text: slice } of read(text)) {
        if (text.slice(start, end) !== slice) assert.fail(`${shape} at ${start}`)
      }
    }
  })
})

test.group('The version a title means', () => {
  const onDays: [string, string, string][] = [
    ['Luật Hộ tịch', '2015-12-31', ''],
    ['Luật Hộ tịch', '2027-02-28', 'vb=60/2014/QH13~'],
    ['Luật Hộ tịch', '2027-03-01', 'vb=03/2026/QH16~'],
    ['Luật Hộ tịch năm 2014', '2027-03-01', 'vb=60/2014/QH13'],
    ['Luật Phòng, chống ma túy', '2026-06-30', 'vb=73/2021/QH14~'],
    ['Luật Phòng, chống ma túy', '2026-07-01', 'vb=120/2025/QH15~'],
    ['Điều 5 Luật Trẻ em', '2010-01-01', 'd=5'],
    ['Luật Đất đai', '2020-01-01', 'vb=45/2013/QH13~'],
    ['Luật PCCC', '2020-01-01', 'vb=27/2001/QH10~'],
    ['BLHS', '2005-01-01', 'vb=15/1999/QH10~'],
    ['Luật Hộ tịch số 03/2026/QH16', '2026-11-24', 'vb=03/2026/QH16'],
  ]

  test('{0} on {1}')
    .with(onDays)
    .run(({ assert }, [text, day, expected]) => assert.equal(readInShort(text, day), expected))

  test('is never another law whose name is longer or shorter', ({ assert }) => {
    const laws = records.filter(({ number }) => ['35/2024/QH15', '43/2019/QH14'].includes(number))
    const few = buildLawIndex(laws)
    for (const text of [
      'Luật Giao thông đường bộ',
      'Luật Giáo dục đại học',
      'Luật Trật tự, an toàn giao thông đường bộ',
    ]) {
      assert.deepEqual(parseCitations(text, few, { asOf: TODAY }), [], text)
    }
  })

  test('comes from the record as soon as the record has the law', ({ assert }) => {
    const enterprise = {
      ...records[0]!,
      id: 'x',
      kind: 'luat' as const,
      number: '59/2020/QH14',
      title: 'Luật Doanh nghiệp',
      issuedOn: '2020-06-17',
      effectiveOn: '2021-01-01',
      expiredOn: null,
    }
    const read = (laws: typeof records) =>
      parseCitations('Điều 5 Luật Doanh nghiệp', buildLawIndex(laws), { asOf: TODAY }).map(inShort)
    assert.deepEqual(read(records), ['d=5'])
    assert.deepEqual(read([...records, enterprise]), ['d=5 vb=59/2020/QH14~'])
  })
})

test.group('A number that is no key', () => {
  const decision = records.find(({ number }) => number === '21/2015/QĐ-UBND')!
  const other = {
    ...decision,
    id: 'other',
    issuer: 'Ủy ban nhân dân tỉnh Bình Dương',
    issuedOn: '2015-07-01',
  }
  const index = buildLawIndex([...records, other])
  const lawOf = (text: string) => parseCitations(text, index, { asOf: TODAY })[0]?.law?.id ?? null

  test('is told by issuer or date, and else left open', ({ assert }) => {
    assert.isNull(lawOf('Quyết định 21/2015/QĐ-UBND'))
    assert.equal(lawOf('Quyết định 21/2015/QĐ-UBND của UBND tỉnh Bình Dương'), 'other')
    assert.equal(lawOf('Quyết định 21/2015/QĐ-UBND ngày 20/5/2015'), decision.id)
    assert.equal(lawOf('Quyết định 21/2015/QĐ-UBND của Ủy ban nhân dân tỉnh Thừa Thiên Huế'), decision.id)
    assert.deepEqual(
      lawsNumbered(index, '21/2015/qd-ubnd').map(({ id }) => id),
      [decision.id, 'other']
    )
  })
})

test.group('The provisions a citation tags', () => {
  const targets = (text: string) => read(text).flatMap(tagTargets)

  test('are one for each point, clause or article', ({ assert }) => {
    const lawId = '102/2016/QH13'
    assert.deepEqual(targets('các điểm a, b khoản 1 Điều 5 Luật Trẻ em'), [
      { lawId, article: '5', clause: '1', point: 'a' },
      { lawId, article: '5', clause: '1', point: 'b' },
    ])
    assert.deepEqual(targets('Điều 5 và Điều 6 Luật Trẻ em'), [
      { lawId, article: '5' },
      { lawId, article: '6' },
    ])
    assert.deepEqual(targets('Luật Trẻ em'), [{ lawId }])
  })

  test('are none without a known document or with "this article"', ({ assert }) => {
    assert.deepEqual(targets('Điều 5; khoản 2 Điều này; Nghị định này; Nghị quyết 198/2025/QH15'), [])
  })

  test('are never more than anybody would place', ({ assert }) => {
    assert.lengthOf(targets('Điều 1 đến Điều 500 Bộ luật Dân sự'), MOST_TARGETS)
  })

  test('keep the ids of the record', ({ assert }) => {
    const [found] = read('Luật Trẻ em')
    assert.deepEqual(found?.law, { id: '102/2016/QH13', number: '102/2016/QH13', title: 'Luật Trẻ em' })
    assert.equal(startingIndex.byNumber.get('102/2016/qh13')?.[0]?.id, found?.law?.id)
  })
})
