import { unzipSync } from 'fflate'
import db from '@adonisjs/lucid/services/db'
import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import type { StatisticsRow } from '#app/statistics/statistics_rows'
import type Video from '#app/videos/video'
import { assertAnswers, codeOf } from '#tests/helpers/answers'
import { givenAgency, givenEverybody, givenUser } from '#tests/helpers/people'
import { as, origin, statusesFor, tokenOf } from '#tests/helpers/requests'
import { givenPublishedVideo, givenTag, givenVideo } from '#tests/helpers/videos'

const path = '/api/v1/statistics'
const period = 'from=2026-05-01&to=2026-06-30'

const givenViews = (video: Video, day: string, count: number, seconds = count * 10) =>
  db.table('video_views').insert({ video_id: video.id, day, count, watched_seconds: seconds })

test.group('Statistics', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('forbids who has no account; searches are for editors', async ({ client, assert }) => {
    const everybody = await givenEverybody()
    for (const route of ['', '/hosts', '/report']) {
      const statuses = await statusesFor(everybody, () => client.get(path + route))
      assert.deepEqual(statuses, { nobody: 401, producer: 200, editor: 200, administrator: 200 }, route)
    }
    const searches = await statusesFor(everybody, () => client.get(`${path}/searches`))
    assert.deepEqual(searches, { nobody: 401, producer: 403, editor: 200, administrator: 200 })
  })

  test('refuses what is no period, grouping or format', async ({ client, assert }) => {
    const editor = await givenUser('editor')
    const code = async (query: string) => {
      const answer = await as(editor, client.get(`${path}?${query}`))
      assert.equal(answer.status(), 422, query)
      return codeOf(answer)
    }
    assert.equal(await code('from=2026-02-30'), 'E_DAY_INVALID')
    assert.equal(await code('to=hom-nay'), 'E_DAY_INVALID')
    assert.equal(await code('from=2026-06-02&to=2026-06-01'), 'E_PERIOD_REVERSED')
    assert.equal(await code('from=1900-01-01&to=2026-06-01'), 'E_PERIOD_TOO_LONG')
    await code('by=address')
    await code('format=exe')
  })

  test('counts views, time and publications of the period by month, topic, law, agency and video', async ({
    client,
    assert,
  }) => {
    const editor = await givenUser('editor')
    const agency = await givenAgency('Sở Thử nghiệm')
    const publishedAt = DateTime.fromISO('2026-05-31T20:00:00Z') // 1 June in Vietnam
    const [one, other] = [
      await givenPublishedVideo({
        title: 'Một',
        agencyId: agency.id,
        topics: ['giao-thong-van-tai', 'dat-dai'],
        publishedAt,
      }),
      await givenPublishedVideo({ title: 'Hai' }),
    ]
    await givenTag(one, '31/2024/QH15', { article: '1' })
    await givenTag(one, '31/2024/QH15', { article: '2' })
    for (const [day, count] of [
      ['2026-04-30', 100],
      ['2026-05-01', 1],
      ['2026-06-30', 2],
      ['2026-07-01', 100],
    ] as const)
      await givenViews(one, day, count)
    await givenViews(other, '2026-06-10', 7)
    const rowsBy = async (by: string) => {
      const body = (await as(editor, client.get(`${path}?${period}&by=${by}`))).body()
      for (const row of body.data) assertAnswers('StatisticsRow', row)
      assertAnswers('StatisticsMeta', body.meta)
      assert.containsSubset(body.meta.totals, { views: 10, watchedSeconds: 100, videoCount: 2 })
      return body.data.map((row: StatisticsRow) => [
        row.name,
        row.videoCount,
        row.publishedCount,
        row.views,
        row.watchedSeconds,
      ])
    }
    assert.deepEqual(await rowsBy('month'), [
      ['2026-05', 1, 0, 1, 10],
      ['2026-06', 2, 1, 9, 90],
    ])
    assert.deepEqual(await rowsBy('video'), [
      ['Hai', 1, 0, 7, 70],
      ['Một', 1, 1, 3, 30],
    ])
    assert.sameDeepMembers(await rowsBy('agency'), [
      ['', 1, 0, 7, 70],
      ['Sở Thử nghiệm', 1, 1, 3, 30],
    ])
    const topics = await rowsBy('topic')
    assert.lengthOf(topics, 2)
    assert.deepEqual(topics[0].slice(1), [1, 1, 3, 30])
    const laws = await rowsBy('law')
    assert.lengthOf(laws, 1)
    assert.include(laws[0][0], '31/2024/QH15')
    assert.deepEqual(laws[0].slice(1), [1, 1, 3, 30])
  })

  test('tells producers of their own and their agency’s videos only', async ({ client, assert }) => {
    const agency = await givenAgency()
    const producer = await givenUser('producer', { agencyId: agency.id })
    const own = await givenPublishedVideo({ ownerId: producer.id })
    const colleagues = await givenPublishedVideo({ agencyId: agency.id })
    const foreign = await givenPublishedVideo()
    for (const video of [own, colleagues, foreign]) {
      await givenViews(video, '2026-05-05', 5)
      await db
        .table('embed_hosts')
        .insert({ video_id: video.id, month: '2026-05', host: `${video.id}.vn`, count: 1 })
    }
    await db.table('unfound_searches').insert({ month: '2026-05', query: 'q', written: 'q', count: 1 })
    const found = (await as(producer, client.get(`${path}/report?${period}`))).body().data
    assertAnswers('StatisticsReport', found)
    assert.equal(found.totals.views, 10)
    assert.sameMembers(
      found.videos.map(({ id }: { id: string }) => id),
      [own.id, colleagues.id]
    )
    assert.sameMembers(
      found.hosts.map(({ host }: { host: string }) => host),
      [`${own.id}.vn`, `${colleagues.id}.vn`]
    )
    assert.isNull(found.searches)
  })

  test('gives days without views too, and none for long periods', async ({ client, assert }) => {
    const editor = await givenUser('editor')
    await givenViews(await givenPublishedVideo(), '2026-05-03', 4)
    const daysIn = async (query: string) =>
      (await as(editor, client.get(`${path}/report?${query}`))).body().data.days
    const days = await daysIn(period)
    assert.lengthOf(days, 61)
    assert.deepEqual(
      days.slice(1, 4).map(({ views }: { views: number }) => views),
      [0, 4, 0]
    )
    assert.lengthOf(await daysIn('from=2020-01-01&to=2026-06-30'), 0)
  })

  test('exports CSV that no spreadsheet runs, and XLSX that holds the same', async ({ client, assert }) => {
    const editor = await givenUser('editor')
    const title = '=HYPERLINK("http://x.vn";"a, b")'
    await givenViews(await givenPublishedVideo({ title }), '2026-05-03', 4)
    const csv = await as(editor, client.get(`${path}?${period}&by=video&format=csv`))
    csv.assertHeader('content-type', 'text/csv; charset=utf-8')
    assert.include(csv.header('content-disposition'), 'thong-ke-video-2026-05-01-2026-06-30.csv')
    assert.isTrue(csv.text().startsWith('\uFEFFVideo,Số video được xem,'))
    assert.include(csv.text(), `\r\n"'=HYPERLINK(""http://x.vn"";""a, b"")",1,0,4,40\r\n`)
    const headers = { authorization: `Bearer ${await tokenOf(editor)}` }
    for (const route of [`?by=video&format=xlsx&`, `/report?format=xlsx&`]) {
      const xlsx = await fetch(origin() + path + route + period, { headers })
      assert.match(xlsx.headers.get('content-type')!, /spreadsheetml/)
      const texts = Object.entries(unzipSync(new Uint8Array(await xlsx.arrayBuffer())))
        .filter(([name]) => /sharedStrings|sheet\d+\.xml/.test(name))
        .map(([, bytes]) => Buffer.from(bytes).toString())
        .join('\n')
      assert.include(texts, '=HYPERLINK(')
      assert.notInclude(texts, '<f>')
    }
  })

  test('keeps the numbers of a withdrawn video in its period', async ({ client, assert }) => {
    const editor = await givenUser('editor')
    await givenViews(await givenVideo({ status: 'withdrawn' }), '2026-05-03', 4)
    const { data, meta } = (await as(editor, client.get(`${path}?${period}&by=video`))).body()
    assert.equal(meta.totals.views, 4)
    assert.equal(data[0].publishedCount, 0)
  })
})
