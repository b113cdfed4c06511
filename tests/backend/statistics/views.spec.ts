import db from '@adonisjs/lucid/services/db'
import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { todayInVietnam } from '#app/core/legal_day'
import { statuses } from '#app/videos/video_status'
import { givenUser } from '#tests/helpers/people'
import { as } from '#tests/helpers/requests'
import { givenPublishedVideo, givenVideo } from '#tests/helpers/videos'

const view = (id: string) => `/api/v1/videos/${id}/views`

test.group('POST /videos/:id/views', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('counts nothing that is not published, also for its editors', async ({ client, assert }) => {
    const editor = await givenUser('editor')
    for (const status of statuses.filter((one) => one !== 'published')) {
      const video = await givenVideo({ status })
      ;(await as(editor, client.post(view(video.id)))).assertStatus(404)
    }
    ;(await client.post(view('khong-co'))).assertStatus(404)
    assert.lengthOf(await db.from('video_views'), 0)
  })

  test('counts by video and legal day, and keeps nothing of the viewer', async ({ client, assert }) => {
    const [one, other] = [await givenPublishedVideo(), await givenPublishedVideo()]
    await db.table('video_views').insert({ video_id: one.id, day: '2026-01-01', count: 5 })
    for (const key of [one.id, one.slug, other.id]) {
      const answer = await client.post(view(key)).header('cookie', 'a=b')
      answer.assertStatus(204)
      assert.isUndefined(answer.header('set-cookie'))
    }
    const rows = await db.from('video_views').orderBy('day')
    assert.sameDeepMembers(
      rows.map((row) => ({ ...row, watched_seconds: Number(row.watched_seconds) })),
      [
        { video_id: one.id, day: '2026-01-01', count: 5, watched_seconds: 0 },
        { video_id: one.id, day: todayInVietnam(), count: 2, watched_seconds: 0 },
        { video_id: other.id, day: todayInVietnam(), count: 1, watched_seconds: 0 },
      ]
    )
    assert.equal((await client.get(`/api/v1/videos/${one.id}`)).body().data.viewCount, 2)
  })
})
