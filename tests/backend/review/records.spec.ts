import db from '@adonisjs/lucid/services/db'
import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { addDays, todayInVietnam } from '#app/core/legal_day'
import type { ExportedLine } from '#app/review/exported_records'
import { deleteVideo } from '#app/videos/delete_video'
import { recordStep } from '#app/videos/review_record'
import type Video from '#app/videos/video'
import { assertAnswers, codeOf } from '#tests/helpers/answers'
import { givenConsent } from '#tests/helpers/consents'
import { givenEverybody, givenUser } from '#tests/helpers/people'
import { as, statusesFor } from '#tests/helpers/requests'
import { givenVideo } from '#tests/helpers/videos'

async function givenLine(fields: Parameters<typeof givenVideo>[0] = {}, reason = 'vì thế') {
  const video = await givenVideo(fields)
  const actor = await givenUser('editor', { fullName: 'Phạm Biên Tập' })
  await db.transaction((trx) =>
    recordStep(trx, { video, actor, action: 'request_changes', reason, atSeconds: 12.5 })
  )
  return video
}
const isIn = (table: string, video: Video) =>
  db
    .from(table)
    .where(table === 'deleted_videos' ? 'id' : 'video_id', video.id)
    .first()

test.group('The record', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('can only grow: the database itself refuses to change or take away a line of it', async ({
    assert,
  }) => {
    const video = await givenLine()
    await givenConsent(video)
    const gone = await givenVideo()
    await deleteVideo(gone)
    for (const [table, column] of [
      ['review_records', 'reason'],
      ['consents', 'people'],
      ['deleted_videos', 'title'],
    ] as const) {
      // In a transaction of its own, that PostgreSQL goes on after the refusal
      const refused = (act: (trx: Awaited<ReturnType<typeof db.transaction>>) => PromiseLike<unknown>) =>
        assert.rejects(() => db.transaction(async (trx) => void (await act(trx))), /can only grow/)
      await refused((trx) => trx.from(table).update({ [column]: '[]' }))
      await refused((trx) => trx.from(table).delete())
      assert.isNotNull(await isIn(table, table === 'deleted_videos' ? gone : video))
    }
  })

  test('goes with its video, which leaves what was done to it and who deleted it', async ({
    client,
    assert,
  }) => {
    const owner = await givenUser('producer', { fullName: 'Trần Chủ Nhân' })
    const administrator = await givenUser('administrator')
    const video = await givenLine({ ownerId: owner.id, title: 'Chuyện đã xóa', status: 'changes_requested' })
    ;(await as(owner, client.delete(`/api/v1/videos/${video.id}`))).assertStatus(204)
    assert.isNull(await isIn('review_records', video))
    const answer = await as(administrator, client.get('/api/v1/records').qs({ video: video.id }))
    const lines = JSON.parse(answer.text())
    for (const line of lines) assertAnswers('ExportedRecord', line)
    assert.deepEqual(
      lines.map(({ action, actor, videoTitle }: ExportedLine) => [action, actor?.fullName, videoTitle]),
      [
        ['request_changes', 'Phạm Biên Tập', 'Chuyện đã xóa'],
        ['deleted', 'Trần Chủ Nhân', 'Chuyện đã xóa'],
      ]
    )
  })
})

test.group('GET /records', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('is for administrators, and refuses what is no period', async ({ client, assert }) => {
    const people = await givenEverybody()
    assert.deepEqual(await statusesFor(people, () => client.get('/api/v1/records')), {
      nobody: 401,
      producer: 403,
      editor: 403,
      administrator: 200,
    })
    const ask = (query: object) => as(people.administrator, client.get('/api/v1/records').qs(query))
    for (const wrong of [{ from: '2026-02-30' }, { to: 'mai' }, { format: 'xlsx' }])
      (await ask(wrong)).assertStatus(422)
    assert.equal(codeOf(await ask({ from: '2026-03-02', to: '2026-03-01' })), 'E_PERIOD_BACKWARDS')
  })

  test('gives the lines of the days that were asked for, all of them', async ({ client, assert }) => {
    const administrator = await givenUser('administrator')
    const video = await givenLine()
    const today = todayInVietnam()
    const count = async (query: object) => {
      const answer = await as(administrator, client.get('/api/v1/records').qs({ video: video.id, ...query }))
      return JSON.parse(answer.text()).length
    }
    assert.deepEqual(
      [
        await count({ from: today, to: today }),
        await count({ to: addDays(today, -1) }),
        await count({ from: addDays(today, 1) }),
      ],
      [1, 0, 0]
    )
    // More than is read at once
    await db.transaction(async (trx) => {
      for (let line = 0; line < 520; line++) await recordStep(trx, { video, action: 'poster_chosen' })
    })
    assert.equal(await count({}), 521)
  })

  test('goes into a spreadsheet with names, times, reasons and seconds, and no formula', async ({
    client,
    assert,
  }) => {
    const administrator = await givenUser('administrator')
    const video = await givenLine({ title: '@SUM(A1)' }, '=1+1\n"sửa"')
    const answer = await as(
      administrator,
      client.get('/api/v1/records').qs({ video: video.id, format: 'csv' })
    ).header('Accept-Language', 'vi')
    assert.equal(answer.header('content-type'), 'text/csv; charset=utf-8')
    assert.include(answer.header('content-disposition'), `nhat-ky-${video.id}.csv`)
    const [heading, ...lines] = answer.text().split('\r\n')
    assert.isTrue(heading!.startsWith('\uFEFFThời điểm (giờ Việt Nam),'))
    assert.match(
      lines.join('\n'),
      /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\w{20},'@SUM\(A1\),Đề nghị chỉnh sửa,,,Phạm Biên Tập,,"'=1\+1\n""sửa""",12\.5,request_changes/
    )
  })

  test('can be read page by page, the newest first, with deletions among them', async ({
    client,
    assert,
  }) => {
    const administrator = await givenUser('administrator')
    const video = await givenLine({ title: 'Chuyện còn đó' }, 'lần một')
    await db.transaction((trx) => recordStep(trx, { video, action: 'poster_chosen' }))
    const gone = await givenLine({ title: 'Chuyện đã xóa' })
    await deleteVideo(gone, administrator)
    const read = async (query: object) => {
      const answer = await as(administrator, client.get('/api/v1/records').qs({ format: 'list', ...query }))
      answer.assertStatus(200)
      for (const line of answer.body().data) assertAnswers('ExportedRecord', line)
      return answer.body() as { data: ExportedLine[]; meta: object }
    }
    const titlesAndActs = ({ data }: { data: ExportedLine[] }) =>
      data.map(({ videoTitle, action }) => [videoTitle, action])
    const { total } = (await read({})).meta as { total: number }
    const first = await read({ perPage: 1 })
    assert.deepEqual(titlesAndActs(first), [['Chuyện đã xóa', 'deleted']])
    assert.deepEqual(first.meta, { total, page: 1, perPage: 1 })
    assert.deepEqual(titlesAndActs(await read({ perPage: 1, page: 2 })), [['Chuyện còn đó', 'poster_chosen']])
    const own = await read({ video: video.id })
    assert.deepEqual(
      own.data.map(({ action, reason }) => [action, reason]),
      [
        ['poster_chosen', null],
        ['request_changes', 'lần một'],
      ]
    )
    const today = todayInVietnam()
    assert.lengthOf((await read({ video: video.id, from: today, to: today })).data, 2)
    assert.lengthOf((await read({ video: video.id, to: addDays(today, -1) })).data, 0)
    assert.lengthOf((await read({ video: gone.id, from: addDays(today, 1) })).data, 0)
    const beyond = await read({ page: 1000 })
    assert.deepEqual([beyond.data, beyond.meta], [[], { total, page: 1000, perPage: 50 }])
    const wrong = await as(administrator, client.get('/api/v1/records').qs({ format: 'list', page: 0 }))
    wrong.assertStatus(422)
  })
})
