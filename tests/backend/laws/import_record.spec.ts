import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import app from '@adonisjs/core/services/app'
import testUtils from '@adonisjs/core/services/test_utils'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { HubErrors } from '#app/core/hub_error'
import { importRecord } from '#app/laws/import/import_record'
import Law from '#app/laws/law'
import LawRelation from '#app/laws/law_relation'
import { lawRecord } from '#app/laws/law_record'

const startingData = app.makePath('database/data')

/** The starting data with one table changed. */
async function changed(file: string, change: (text: string) => string) {
  const folder = await mkdtemp(join(tmpdir(), 'record-'))
  await cp(startingData, folder, { recursive: true })
  await writeFile(join(folder, file), change(await readFile(join(folder, file), 'utf8')))
  return folder
}

const run = async (folder: string) => (await db.transaction((trx) => importRecord(folder, trx))).summary

test.group('laws:import', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('brought the starting data, with stubs for what only relations name', async ({ assert }) => {
    const stub = await Law.findByOrFail('number', '71/2025/QH15')
    assert.isTrue(stub.isStub)
    assert.equal(stub.statedStatus, 'chua_xac_minh')
    assert.lengthOf(await Law.query().where('is_stub', false), 175)
    assert.lengthOf(await LawRelation.all(), 174)
  })

  test('changes nothing when repeated', async ({ assert }) => {
    const summary = await run(startingData)
    for (const tally of Object.values(summary)) {
      assert.deepEqual([tally.added, tally.changed], [0, 0])
      assert.isAbove(tally.same, 0)
    }
  })

  test('brings a correction of the table, and the record in memory notices', async ({ assert, cleanup }) => {
    const before = await lawRecord()
    const folder = await changed('laws.tsv', (text) =>
      text.replace('\tLuật Trẻ em\t', '\tLuật Trẻ em (mới)\t')
    )
    cleanup(() => rm(folder, { recursive: true }))
    const { laws } = await run(folder)
    assert.equal(laws.changed, 1)
    const after = await lawRecord()
    assert.notStrictEqual(after, before)
    assert.equal(after.find('102/2016/QH13')?.title, 'Luật Trẻ em (mới)')
  })

  test('keeps what a person corrected', async ({ assert, cleanup }) => {
    const law = await Law.findByOrFail('number', '102/2016/QH13')
    await law
      .merge({ title: 'Luật Trẻ em, đã sửa tay', issuedOn: '2016-04-06', correctedAt: DateTime.utc() })
      .save()
    const folder = await changed('laws.tsv', (text) =>
      text.replace('\tLuật Trẻ em\t', '\tLuật Trẻ em (mới)\t')
    )
    cleanup(() => rm(folder, { recursive: true }))
    const { laws } = await run(folder)
    assert.deepEqual([laws.added, laws.changed, laws.kept], [0, 0, 1])
    await law.refresh()
    assert.equal(law.title, 'Luật Trẻ em, đã sửa tay')
  })

  test('makes a stub whole when its document comes, at the same address', async ({ assert, cleanup }) => {
    const stub = await Law.findByOrFail('number', '71/2025/QH15')
    const row = [
      '71/2025/QH15',
      'luat',
      'Luật Công nghiệp số',
      'Quốc hội',
      '2025-06-14',
      '2026-01-01',
      '',
      'con_hieu_luc',
    ]
    const folder = await changed(
      'laws.tsv',
      (text) => `${text.trimEnd()}\n${[...row, '', 'high'].join('\t')}\n`
    )
    cleanup(() => rm(folder, { recursive: true }))
    await run(folder)
    const law = await Law.findByOrFail('number', '71/2025/QH15')
    assert.deepEqual([law.id, law.slug, law.isStub], [stub.id, stub.slug, false])
  })

  test('gives the later of two documents with one number an address with its date', async ({
    assert,
    cleanup,
  }) => {
    const row = [
      '77/2015/QĐ-UBND',
      'quyet_dinh',
      'Quyết định của tỉnh',
      'UBND tỉnh A',
      '2015-05-20',
      '',
      '',
      'chua_xac_minh',
    ]
    const other = [
      '77/2015/QĐ-UBND',
      'quyet_dinh',
      'Quyết định khác',
      'UBND tỉnh B',
      '2015-07-01',
      '',
      '',
      'chua_xac_minh',
    ]
    const folder = await changed('laws.tsv', (text) =>
      [text.trimEnd(), [...row, '', 'low'].join('\t'), [...other, '', 'low'].join('\t'), ''].join('\n')
    )
    cleanup(() => rm(folder, { recursive: true }))
    await run(folder)
    const laws = await Law.query().where('number', '77/2015/QĐ-UBND').orderBy('issued_on')
    assert.deepEqual(
      laws.map(({ slug }) => slug),
      ['77-2015-qd-ubnd', '77-2015-qd-ubnd-2015-07-01']
    )
    const again = await run(folder)
    assert.deepEqual([again.laws.added, again.laws.changed], [0, 0])
  })

  test('brings nothing at all where one line is wrong, and says where', async ({ assert, cleanup }) => {
    const folder = await changed('laws.tsv', (text) =>
      text.replace('\tLuật Trẻ em\t', '\tLuật Trẻ em (mới)\t').replace('\t2014-01-01\t', '\t2014-13-01\t')
    )
    cleanup(() => rm(folder, { recursive: true }))
    const refused = await run(folder).catch((error) => error)
    assert.instanceOf(refused, HubErrors)
    assert.containsSubset(refused.errors[0].options.params, {
      file: 'laws.tsv',
      line: 2,
      column: 'date_effective',
    })
    assert.equal((await Law.findByOrFail('number', '102/2016/QH13')).title, 'Luật Trẻ em')
  })
})
