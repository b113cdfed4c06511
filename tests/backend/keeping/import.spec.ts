import testUtils from '@adonisjs/core/services/test_utils'
import db from '@adonisjs/lucid/services/db'
import app from '@adonisjs/core/services/app'
import { test } from '@japa/runner'
import { importRecord } from '#app/laws/import/import_record'
import Law from '#app/laws/law'
import LawRelation from '#app/laws/law_relation'
import { assertAnswers, codeOf } from '#tests/helpers/answers'
import { preview, save, undo } from '#tests/helpers/keeping'
import { givenLaw, givenRelation } from '#tests/helpers/laws'
import { givenUser } from '#tests/helpers/people'

const head =
  'so_hieu\tkind\ttitle\tissuing_body\tdate_issued\tdate_effective\tdate_expired\tstatus\ttopic_slug\tconfidence'
const row = (number: string, title: string, issued = '2025-06-10', expired = '') =>
  [number, 'luat', title, 'Quốc hội', issued, '2026-01-01', expired, 'con_hieu_luc', '', 'high'].join('\t')
const laws = (...rows: string[]) => ({ files: { laws: [head, ...rows].join('\n') } })
const vbpl = (...entries: object[]) => ({ files: { vbpl: JSON.stringify(entries) } })
const outcomes = (plan: { imported: { name: string; outcome: string }[] }) =>
  Object.fromEntries(plan.imported.map(({ name, outcome }) => [name, outcome]))

test.group('an import in the site', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('refuses what is none of these tables', async ({ client, assert }) => {
    const admin = await givenUser('administrator')
    for (const files of [
      { laws: 'a\tb\n1\t2' },
      { relations: '<html>' },
      { vbpl: '{"a":' },
      { vbpl: '[[[' },
    ]) {
      const answer = await preview(client, admin, { files })
      answer.assertStatus(422)
      assert.equal(codeOf(answer), 'E_IMPORT_COLUMNS')
    }
  })

  test('refuses what is too large', async ({ client }) => {
    const admin = await givenUser('administrator')
    ;(await preview(client, admin, { files: { laws: 'x'.repeat(1_100_000) } })).assertStatus(413)
  })

  test('tells of each bad row with its line, and brings the good ones', async ({ client, assert }) => {
    const admin = await givenUser('administrator')
    const input = laws(
      row('891/2025/QH15', 'Luật Tốt'),
      row('892/2025/QH15', 'Luật Xấu', '2025-13-10'),
      row('893/2025/QH15', 'Luật Chưa ban hành', '2090-01-01'),
      row('894/2025/QH15', 'Luật Thử', '2025-06-10', '2026-05-01')
    )
    const plan = (await preview(client, admin, input)).body().data
    assertAnswers('LawChangePlan', plan)
    assert.deepEqual(
      plan.problems.map(({ line, code }: { line: number; code: string }) => [line, code]),
      [
        [3, 'E_IMPORT_DATE'],
        [4, 'E_LAW_ISSUED_IN_FUTURE'],
      ]
    )
    ;(await save(client, admin, input)).assertStatus(201)
    assert.isNull(await Law.findBy('number', '892/2025/QH15'))
    assert.isNull(await Law.findBy('number', '893/2025/QH15'))
    assert.equal((await Law.findByOrFail('number', '894/2025/QH15')).expiredOn, '2026-05-01')
  })

  test('keeps what a person corrected unless asked to overwrite it', async ({ client, assert }) => {
    const admin = await givenUser('administrator')
    const law = await givenLaw({ number: '881/2025/QH15', issuedOn: '2025-06-10' })
    await save(client, admin, {
      edits: [{ do: 'correct_law', lawId: law.id, law: { title: 'Luật Sửa tay' } }],
    })
    const input = laws(row('881/2025/QH15', 'Luật Của bảng'))
    const plan = (await preview(client, admin, input)).body().data
    assert.deepEqual(outcomes(plan), { '881/2025/QH15': 'kept' })
    assert.equal(plan.rowCount, 0)
    const asked = { ...input, overwrite: [plan.imported[0].key] }
    ;(await save(client, admin, asked)).assertStatus(201)
    await law.refresh()
    assert.equal(law.title, 'Luật Của bảng')
    assert.isNull(law.correctedAt)
  })

  test('leaves out rows that a person does not want', async ({ client, assert }) => {
    const admin = await givenUser('administrator')
    const input = { ...laws(row('882/2025/QH15', 'A'), row('883/2025/QH15', 'B')), skip: ['laws.tsv:2'] }
    await save(client, admin, input)
    assert.isNull(await Law.findBy('number', '882/2025/QH15'))
    assert.isNotNull(await Law.findBy('number', '883/2025/QH15'))
  })

  test('brings relations, with stubs, and refuses circles line by line', async ({ client, assert }) => {
    const admin = await givenUser('administrator')
    const [a, b] = [await givenLaw(), await givenLaw()]
    await givenRelation(a, b)
    const lines = [
      'source\trelation\ttarget\tscope\tfrom_date',
      `${b.number}\tthay_the\t${a.number}\twhole\t`,
      `9999/2026/QH15\tsua_doi_bo_sung\t${a.number}\tpart\t2026-07-01`,
    ]
    const input = { files: { relations: lines.join('\n') } }
    const plan = (await preview(client, admin, input)).body().data
    assert.deepEqual(
      plan.problems.map(({ line, code }: { line: number; code: string }) => [line, code]),
      [[2, 'E_RELATION_CYCLE']]
    )
    await save(client, admin, input)
    const stub = await Law.findByOrFail('number', '9999/2026/QH15')
    assert.isTrue(stub.isStub)
    assert.lengthOf(await LawRelation.query().where('sourceLawId', stub.id), 1)
  })

  test('reads documents of vbpl.vn, and keeps what an entry does not say', async ({ client, assert }) => {
    const admin = await givenUser('administrator')
    const law = await givenLaw({ number: '884/2025/QH15' })
    const input = vbpl(
      {
        docNum: '884/2025/QH15',
        effStatus: { code: 'HHL', name: 'Hết hiệu lực toàn bộ' },
        effTo: '31/12/2025',
        viewCount: 5,
      },
      { docNum: '885/2025/QH15', effStatus: 'Chẳng biết' },
      { docNum: '886/2025/QH15', effStatus: 'Còn hiệu lực', effFrom: '2026-01-01T00:00:00+07:00' }
    )
    const plan = (await preview(client, admin, input)).body().data
    assert.deepEqual(
      plan.problems.map(({ line, code }: { line: number; code: string }) => [line, code]),
      [
        [2, 'E_IMPORT_VALUE'],
        [3, 'E_IMPORT_MISSING'],
      ]
    )
    await save(client, admin, input)
    const title = law.title
    await law.refresh()
    assert.deepEqual(
      [law.expiredOn, law.statedStatus, law.title],
      ['2025-12-31', 'het_hieu_luc_toan_bo', title]
    )
  })

  test('is undone as a whole', async ({ client, assert }) => {
    const admin = await givenUser('administrator')
    const change = (
      await save(client, admin, laws(row('887/2025/QH15', 'A'), row('888/2025/QH15', 'B')))
    ).body()
    ;(await undo(client, admin, change.data.id)).assertStatus(201)
    assert.lengthOf(await Law.query().whereIn('number', ['887/2025/QH15', '888/2025/QH15']), 0)
  })

  test('the starting data is read again though a person added a document of the same number', async ({
    client,
    assert,
  }) => {
    const admin = await givenUser('administrator')
    const law = {
      kind: 'nghi_quyet',
      number: '35/2024/QH15',
      title: 'Nghị quyết khác',
      issuedOn: '2024-02-01',
    }
    ;(await save(client, admin, { edits: [{ do: 'add_law', law }] })).assertStatus(201)
    const { summary } = await db.transaction((trx) => importRecord(app.makePath('database/data'), trx))
    const { laws: documents, relations } = summary
    assert.deepEqual([documents.added, documents.changed], [0, 0])
    assert.deepEqual([relations.added, relations.changed, relations.kept], [0, 0, 0])
  })

  test('what a person removed does not come back with the starting data', async ({ client, assert }) => {
    const admin = await givenUser('administrator')
    const relation = await LawRelation.query().where('relation', 'thay_the').firstOrFail()
    await save(client, admin, { edits: [{ do: 'unrelate', relationId: relation.id }] })
    const { summary } = await db.transaction((trx) => importRecord(app.makePath('database/data'), trx))
    assert.deepEqual([summary.relations.added, summary.relations.kept], [0, 1])
  })
})
