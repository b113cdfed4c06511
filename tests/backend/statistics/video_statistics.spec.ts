import db from '@adonisjs/lucid/services/db'
import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { assertAnswers } from '#tests/helpers/answers'
import { givenAgency, givenUser } from '#tests/helpers/people'
import { as } from '#tests/helpers/requests'
import { givenPublishedVideo, givenVideo } from '#tests/helpers/videos'

const path = (id: string) => `/api/v1/videos/${id}/statistics`

test.group('GET /videos/:id/statistics', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('is for the producer, colleagues and editors', async ({ client, assert }) => {
    const agency = await givenAgency()
    const owner = await givenUser('producer', { agencyId: agency.id })
    const people = {
      nobody: null,
      stranger: await givenUser('producer'),
      owner,
      colleague: await givenUser('producer', { agencyId: agency.id }),
      editor: await givenUser('editor'),
    }
    const published = await givenPublishedVideo({ ownerId: owner.id, agencyId: agency.id })
    const draft = await givenVideo({ ownerId: owner.id, status: 'draft' })
    const answers = async (id: string) =>
      Promise.all(Object.values(people).map(async (who) => (await as(who, client.get(path(id)))).status()))
    assert.deepEqual(await answers(published.id), [401, 403, 200, 200, 200])
    assert.deepEqual(await answers(draft.id), [401, 404, 200, 404, 200])
  })

  test('refuses what is no period', async ({ client }) => {
    const editor = await givenUser('editor')
    const video = await givenPublishedVideo()
    ;(await as(editor, client.get(`${path(video.id)}?to=x`))).assertStatus(422)
    ;(await as(editor, client.get(`${path(video.id)}?from=2026-02-02&to=2026-01-01`))).assertStatus(422)
  })

  test('gives the curve of the revision that is shown, over the months', async ({ client, assert }) => {
    const editor = await givenUser('editor')
    const video = await givenPublishedVideo({ viewCount: 9, durationSeconds: 200 })
    const of = { revision_id: video.currentRevisionId! }
    await db.table('revision_viewings').multiInsert([
      { ...of, month: '2026-05', count: 3 },
      { ...of, month: '2026-06', count: 1 },
      { ...of, month: '2025-01', count: 50 },
    ])
    await db.table('revision_parts').multiInsert([
      { ...of, month: '2026-05', part: 0, count: 3 },
      { ...of, month: '2026-06', part: 0, count: 1 },
      { ...of, month: '2026-06', part: 49, count: 1 },
    ])
    await db
      .table('video_views')
      .insert({ video_id: video.id, day: '2026-06-01', count: 2, watched_seconds: 300 })
    const answer = await as(editor, client.get(`${path(video.slug)}?from=2026-05-20&to=2026-06-02`))
    const found = answer.body().data
    assertAnswers('VideoStatistics', found)
    assert.containsSubset(found, { views: 2, watchedSeconds: 300, viewsEver: 9 })
    assert.lengthOf(found.days, 14)
    assert.equal(found.retention.viewings, 4)
    assert.equal(found.retention.durationSeconds, 200)
    assert.deepEqual(
      [found.retention.parts[0], found.retention.parts[1], found.retention.parts[49]],
      [4, 0, 1]
    )
  })
})
