import db from '@adonisjs/lucid/services/db'
import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { todayInVietnam } from '#app/core/legal_day'
import { mostHosts } from '#app/statistics/count_viewing'
import { statuses } from '#app/videos/video_status'
import { givenUser } from '#tests/helpers/people'
import { as } from '#tests/helpers/requests'
import { givenPublishedVideo, givenVideo } from '#tests/helpers/videos'

const path = (id: string) => `/api/v1/videos/${id}/viewings`
const viewing = { first: true, watchedSeconds: 12.4, parts: [0, 1, 2] }
const plain = (rows: object[]) => rows.map((row) => ({ ...row }))

test.group('POST /videos/:id/viewings', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('counts nothing that is not published, also for its editors', async ({ client, assert }) => {
    const editor = await givenUser('editor')
    for (const status of statuses.filter((one) => one !== 'published')) {
      const video = await givenVideo({ status })
      ;(await as(editor, client.post(path(video.id)).json(viewing))).assertStatus(404)
    }
    assert.lengthOf(await db.from('revision_viewings'), 0)
  })

  test('refuses numbers that no viewing has', async ({ client, assert }) => {
    const video = await givenPublishedVideo()
    const wrong = [
      { first: 'perhaps' },
      { watchedSeconds: -1 },
      { watchedSeconds: 1e9 },
      { watchedSeconds: 'NaN' },
      { parts: [50] },
      { parts: [-1] },
      { parts: [0.5] },
      { parts: Array.from({ length: 51 }, () => 0) },
      { parts: 'all' },
      { host: 'a'.repeat(254) },
    ]
    for (const change of wrong) {
      const answer = await client.post(path(video.id)).json({ ...viewing, ...change })
      assert.equal(answer.status(), 422, JSON.stringify(change))
    }
    assert.lengthOf(await db.from('revision_parts'), 0)
  })

  test('adds to the counters of the day and the month, a part once, and gives no cookie', async ({
    client,
    assert,
  }) => {
    const video = await givenPublishedVideo()
    const [day, month] = [todayInVietnam(), todayInVietnam().slice(0, 7)]
    const sent = { ...viewing, parts: [2, 0, 0], host: 'Www.Example.VN' }
    const answer = await client.post(path(video.slug)).header('cookie', 'a=b').json(sent)
    answer.assertStatus(204)
    assert.isUndefined(answer.header('set-cookie'))
    await client
      .post(path(video.id))
      .json({ first: false, watchedSeconds: 3, parts: [2], host: 'example.vn' })
    const of = { revision_id: video.currentRevisionId, month }
    assert.deepEqual(plain(await db.from('revision_viewings')), [{ ...of, count: 1 }])
    assert.deepEqual(plain(await db.from('revision_parts').orderBy('part')), [
      { ...of, part: 0, count: 1 },
      { ...of, part: 2, count: 2 },
    ])
    const [views] = await db.from('video_views')
    assert.equal(views.day, day)
    assert.equal(views.count, 0)
    assert.equal(Number(views.watched_seconds), 15)
    assert.deepEqual(plain(await db.from('embed_hosts')), [
      { video_id: video.id, month, host: 'example.vn', count: 1 },
    ])
  })

  test('counts no more than anybody can have watched', async ({ client, assert }) => {
    const video = await givenPublishedVideo({ durationSeconds: 100 })
    await client.post(path(video.id)).json({ ...viewing, watchedSeconds: 21_600 })
    assert.equal(Number((await db.from('video_views').first())?.watched_seconds), 400)
  })

  test('keeps no host that is an address, the hub itself or no name', async ({ client, assert }) => {
    const video = await givenPublishedVideo()
    for (const host of [
      '192.168.1.7',
      '[::1]',
      'localhost',
      '<script>',
      'a b.vn',
      '127.0.0.1',
      '-x.vn',
      '',
    ]) {
      ;(await client.post(path(video.id)).json({ ...viewing, host })).assertStatus(204)
    }
    assert.lengthOf(await db.from('embed_hosts'), 0)
  })

  test('keeps so many hosts apart and no more', async ({ client, assert }) => {
    const video = await givenPublishedVideo()
    const month = todayInVietnam().slice(0, 7)
    const hosts = Array.from({ length: mostHosts }, (_, at) => `trang${at}.vn`)
    await db
      .table('embed_hosts')
      .multiInsert(hosts.map((host) => ({ video_id: video.id, month, host, count: 1 })))
    for (const host of ['moi.vn', 'khac.vn', 'trang3.vn'])
      await client.post(path(video.id)).json({ ...viewing, host })
    const rows = await db.from('embed_hosts').where('count', '>', 1).orderBy('host')
    assert.lengthOf(await db.from('embed_hosts'), mostHosts + 1)
    assert.deepEqual(
      rows.map(({ host, count }) => [host, count]),
      [
        ['', 2],
        ['trang3.vn', 2],
      ]
    )
  })

  test('stops counting what one address repeats too often', async ({ client, assert }) => {
    const [video, other] = [await givenPublishedVideo(), await givenPublishedVideo()]
    for (let at = 0; at < 120; at++) await client.post(path(video.id)).json(viewing)
    ;(await client.post(path(video.id)).json(viewing)).assertStatus(429)
    ;(await client.post(path(other.id)).json(viewing)).assertStatus(204)
    const row = await db.from('revision_viewings').where('revision_id', video.currentRevisionId!).first()
    assert.equal(row.count, 120)
  })
})

test.group('Counters', () => {
  test('lose none of the viewings that come at the same time', async ({ client, assert, cleanup }) => {
    const video = await givenPublishedVideo()
    cleanup(() => video.delete())
    const calls = Array.from({ length: 20 }, (_, at) => [
      client.post(path(video.id)).json({ ...viewing, watchedSeconds: 2, host: at % 2 ? 'a.vn' : 'b.vn' }),
      client.post(`/api/v1/videos/${video.id}/views`),
    ])
    const answers = await Promise.all(calls.flat())
    assert.isTrue(answers.every((answer) => answer.status() === 204))
    const ofRevision = { revision_id: video.currentRevisionId! }
    assert.equal((await db.from('revision_viewings').where(ofRevision).first()).count, 20)
    const parts = await db.from('revision_parts').where(ofRevision)
    assert.deepEqual(
      parts.map(({ count }) => count),
      [20, 20, 20]
    )
    const views = await db.from('video_views').where('video_id', video.id).first()
    assert.deepEqual([views.count, Number(views.watched_seconds)], [20, 40])
    const hosts = await db.from('embed_hosts').where('video_id', video.id)
    assert.deepEqual(
      hosts.map(({ count }) => count),
      [10, 10]
    )
  })

  test('have no column in which a person could be kept', async ({ assert }) => {
    const columns = async (table: string) => Object.keys(await db.connection().columnsInfo(table)).sort()
    assert.deepEqual(await columns('video_views'), ['count', 'day', 'video_id', 'watched_seconds'])
    assert.deepEqual(await columns('revision_viewings'), ['count', 'month', 'revision_id'])
    assert.deepEqual(await columns('revision_parts'), ['count', 'month', 'part', 'revision_id'])
    assert.deepEqual(await columns('embed_hosts'), ['count', 'host', 'month', 'video_id'])
    assert.deepEqual(await columns('unfound_searches'), ['count', 'month', 'query', 'written'])
  })
})
