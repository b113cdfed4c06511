import { readLaws, lawKey } from '#app/laws/import/read_laws'
import { readRelations, stubsFor } from '#app/laws/import/read_relations'
import { readSubtopics, readTopics } from '#app/laws/import/read_topics'
import { requireRows } from '#app/laws/import/tsv'
import { HubErrors } from '#app/core/hub_error'
import { test } from '@japa/runner'
import { readFile } from 'node:fs/promises'

const data = (name: string) =>
  readFile(new URL(`../../../backend/database/data/${name}`, import.meta.url), 'utf8')

const head = [
  'so_hieu',
  'kind',
  'title',
  'issuing_body',
  'date_issued',
  'date_effective',
  'date_expired',
  'status',
  'topic_slug',
  'confidence',
].join('\t')
const lawLine = (...cells: string[]) => `${head}\n${cells.join('\t')}\n`
const places = (problems: { code: string; options: { params?: Record<string, string | number> } }[]) =>
  problems.map(({ code, options }) => [code, options.params?.line, options.params?.column])

test.group('Import of the record of laws', () => {
  test('reads the starting data whole', async ({ assert }) => {
    const topics = requireRows(readTopics(await data('topics.tsv')))
    const slugs = new Set(topics.map(({ slug }) => slug))
    const subtopics = requireRows(readSubtopics(await data('subtopics.tsv'), slugs))
    const laws = requireRows(readLaws(await data('laws.tsv'), slugs))
    const relations = requireRows(readRelations(await data('relations.tsv')))
    assert.deepEqual([topics.length, subtopics.length, laws.length, relations.length], [45, 78, 175, 174])
    const numbers = laws.map(({ number }) => number)
    const stubs = stubsFor(relations, numbers)
    assert.include(
      stubs.map(({ number }) => number),
      '71/2025/QH15'
    )
    assert.notInclude(
      stubs.map(({ number }) => number),
      'Hiến pháp 2013'
    )
    const known = new Set([...numbers, ...stubs.map(({ number }) => number)])
    assert.isTrue(relations.every((row) => known.has(row.sourceNumber) && known.has(row.targetNumber)))
  })

  test('knows of a stub what its number tells, and says the rest is unverified', ({ assert }) => {
    const relations = requireRows(
      readRelations(
        'source\trelation\ttarget\tscope\tfrom_date\n7/2025/nd-cp\tsua_doi_bo_sung\t123/2015/NĐ-CP\tpart\t\n'
      )
    )
    assert.deepEqual(stubsFor(relations, ['123/2015/NĐ-CP']), [
      {
        kind: 'nghi_dinh',
        number: '07/2025/NĐ-CP',
        title: 'Nghị định số 07/2025/NĐ-CP',
        issuer: 'Chính phủ',
        statedStatus: 'chua_xac_minh',
      },
    ])
  })

  test('names line and column of what is wrong, all of it at once', ({ assert }) => {
    const { rows, problems } = readLaws(
      lawLine('', 'loi', 'Luật X', 'Quốc hội', '2024-02-30', '', '', 'con_hieu_luc', '', 'high')
    )
    assert.deepEqual(rows, [])
    assert.deepEqual(places(problems), [
      ['E_IMPORT_MISSING', 2, 'so_hieu'],
      ['E_IMPORT_VALUE', 2, 'kind'],
      ['E_IMPORT_DATE', 2, 'date_issued'],
    ])
    assert.throws(() => requireRows({ rows, problems }), HubErrors)
  })

  test('refuses missing columns, lines that are too wide, and a law twice', ({ assert }) => {
    assert.deepEqual(places(readLaws('so_hieu\tkind\n').problems), [
      ['E_IMPORT_COLUMNS', 1, head.split('\t').slice(2).join(', ')],
    ])
    const good = [
      '31/2024/QH15',
      'luat',
      'Luật Đất đai',
      'Quốc hội',
      '2024-01-18',
      '',
      '',
      'con_hieu_luc',
      '',
      'high',
    ]
    assert.deepEqual(places(readLaws(lawLine(...good, 'more')).problems), [
      ['E_IMPORT_WIDTH', 2, 'confidence'],
    ])
    const twice = readLaws(lawLine(...good) + good.with(0, '31/2024/qh15').join('\t'))
    assert.equal(twice.rows.length, 1)
    assert.deepEqual(places(twice.problems), [['E_IMPORT_DUPLICATE', 3, 'so_hieu']])
  })

  test('does not take a number for a key', ({ assert }) => {
    const decision = { kind: 'quyet_dinh', number: '21/2015/QĐ-UBND', issuedOn: '2015-05-20' }
    assert.notEqual(
      lawKey({ ...decision, issuer: 'Ủy ban nhân dân tỉnh Thừa Thiên Huế' }),
      lawKey({ ...decision, issuer: 'Ủy ban nhân dân tỉnh Bình Dương' })
    )
  })

  test('refuses an unknown topic, relation or scope', ({ assert }) => {
    const columns = 'source\trelation\ttarget\tscope\tfrom_date\n'
    const { problems } = readRelations(
      `${columns}1/2020/QH14\tthay\t2/2020/QH14\twhole\t\n1/2020/QH14\tthay_the\t2/2020/QH14\thalf\t\n`
    )
    assert.deepEqual(places(problems), [
      ['E_IMPORT_VALUE', 2, 'relation'],
      ['E_IMPORT_VALUE', 3, 'scope'],
    ])
    const subtopics = readSubtopics('topic_slug\tdemuc_vi\tdemuc_en\tskit_themes_vi\nx\ta\tb\tc\n', new Set())
    assert.deepEqual(places(subtopics.problems), [['E_IMPORT_VALUE', 2, 'topic_slug']])
  })

  test('reads Windows line ends, a byte order mark and decomposed letters', ({ assert }) => {
    const text = `\uFEFF${lawLine('168/2024/ND-CP', 'nghi_dinh', 'Nghị định', 'Chính phủ', '', '', '', 'con_hieu_luc', '', 'low').normalize('NFD')}`
    const [row] = requireRows(readLaws(text.replaceAll('\n', '\r\n')))
    assert.equal(row?.number, '168/2024/NĐ-CP')
    assert.equal(row?.title, 'Nghị định')
  })
})
