import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import { reviewAllLaws } from '#app/validity/review_laws'
import ValidityTask from '#app/validity/validity_task'
import { moveClockTo } from '#tests/helpers/clock'
import { givenLaw, givenRelation } from '#tests/helpers/laws'
import { givenUser } from '#tests/helpers/people'
import { as } from '#tests/helpers/requests'
import { givenPublishedVideo, givenTag } from '#tests/helpers/videos'
import { assertAnswers } from '#tests/helpers/answers'

const banners = async (client: ApiClient, id: string, asOf?: string) => {
  const answer = await client.get(`/api/v1/videos/${id}`).qs(asOf ? { asOf } : {})
  answer.assertStatus(200)
  assertAnswers('Video', answer.body().data)
  return answer.body().data.banners
}

/** An old law and its successor, which comes in March, and a skit that teaches the old one. */
async function givenStory() {
  const old = await givenLaw({ title: 'Luật Hộ tịch thử' })
  const successor = await givenLaw({
    title: 'Luật Hộ tịch thử mới',
    effectiveOn: '2027-03-01',
    statedStatus: 'chua_co_hieu_luc',
  })
  const video = await givenPublishedVideo()
  const tag = await givenTag(video, old.number, { article: '8', startSeconds: 10, endSeconds: 20 })
  await givenRelation(successor, old)
  return { old, successor, video, tag }
}

test.group('A law that is replaced, hour by hour', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('stays quiet until the last minute before, and is told from the first of the day', async ({
    client,
    assert,
    cleanup,
  }) => {
    const { old, successor, video, tag } = await givenStory()
    for (const moment of ['2026-12-31T12:00', '2027-02-28T23:59']) {
      moveClockTo(moment, cleanup)
      await reviewAllLaws()
      assert.deepEqual(await banners(client, video.id), [], moment)
      assert.lengthOf(await ValidityTask.query().where('lawId', old.id), 0, moment)
    }
    moveClockTo('2027-03-01T00:00', cleanup)
    // Viewers are told at once, before any job has run
    const [banner, ...others] = await banners(client, video.id)
    assert.deepEqual(others, [])
    assert.equal(
      banner.message,
      `Luật Hộ tịch thử (${old.number}) đã được thay thế bởi Luật Hộ tịch thử mới (${successor.number}) từ ngày 01/03/2027.`
    )
    assert.containsSubset(banner, {
      kind: 'law_replaced',
      since: '2027-03-01',
      law: { slug: successor.slug, status: 'con_hieu_luc' },
      successors: [{ number: successor.number }],
      note: null,
      tags: [{ id: tag.id, startSeconds: 10, endSeconds: 20 }],
    })
    assert.deepEqual(await reviewAllLaws(), { opened: 1, closed: 0 })
    assert.deepEqual(await reviewAllLaws(), { opened: 0, closed: 0 })
    const task = await ValidityTask.query().where('lawId', old.id).firstOrFail()
    assert.containsSubset(task.serialize(), {
      kind: 'replaced',
      state: 'open',
      since: '2027-03-01',
      tagIds: [tag.id],
      successorIds: [successor.id],
    })
    assert.equal(task.openedAt.toUTC().toISO()!.slice(0, 13), '2027-02-28T17')
  })

  test('is found after days of standstill as if it had been found on its day', async ({
    assert,
    cleanup,
  }) => {
    const { old } = await givenStory()
    moveClockTo('2027-03-19T03:00', cleanup)
    await reviewAllLaws()
    const [task, ...others] = await ValidityTask.query().where('lawId', old.id)
    assert.deepEqual([task!.state, task!.since, others.length], ['open', '2027-03-01', 0])
  })

  test('is told as of any day that is asked for, without a job and in either language', async ({
    client,
    assert,
  }) => {
    const { video } = await givenStory()
    assert.deepEqual(await banners(client, video.id, '2027-02-28'), [])
    assert.lengthOf(await banners(client, video.id, '2027-03-01'), 1)
    const answer = await client
      .get(`/api/v1/videos/${video.id}`)
      .qs({ asOf: '2027-03-01' })
      .header('Accept-Language', 'en')
    assert.match(answer.body().data.banners[0].message, /has been replaced by .* since 01\/03\/2027\.$/)
    assert.equal(answer.body().data.tags[0].law.status, 'het_hieu_luc_toan_bo')
    const wrong = await client.get(`/api/v1/videos/${video.id}`).qs({ asOf: '2027-02-30' })
    wrong.assertStatus(422)
  })

  test('is taken back with the relation, and its open task closes with the reason', async ({
    client,
    assert,
    cleanup,
  }) => {
    const { old, successor, video } = await givenStory()
    moveClockTo('2027-03-01T08:00', cleanup)
    await reviewAllLaws()
    await successor.merge({ effectiveOn: '2027-07-01' }).save()
    const { lawsChanged } = await import('#app/laws/law_events')
    await lawsChanged([successor.id])
    const task = await ValidityTask.query().where('lawId', old.id).firstOrFail()
    assert.deepEqual([task.state, task.closeReason], ['closed', 'cause_gone'])
    assert.deepEqual(await banners(client, video.id), [])
    moveClockTo('2027-07-01T00:00', cleanup)
    await reviewAllLaws()
    await task.refresh()
    assert.deepEqual([task.state, task.since, task.closeReason], ['open', '2027-07-01', null])
  })

  test('acts at once where the change is brought for a day that has passed', async ({ client, assert }) => {
    const old = await givenLaw()
    const video = await givenPublishedVideo()
    await givenTag(video, old.number)
    assert.deepEqual(await banners(client, video.id), [])
    await givenRelation(await givenLaw({ effectiveOn: '2026-06-01' }), old)
    assert.lengthOf(await ValidityTask.query().where({ lawId: old.id, state: 'open' }), 1)
    assert.lengthOf(await banners(client, video.id), 1)
  })

  test('asks as soon as a video is tied to a dead law, and no more when the tie goes', async ({
    client,
    assert,
  }) => {
    const { old } = await givenDeadLaw()
    const video = await givenPublishedVideo()
    const editor = await givenUser('editor')
    const made = await as(editor, client.post(`/api/v1/videos/${video.id}/tags`)).json({ lawId: old.id })
    made.assertStatus(201)
    const task = await ValidityTask.query().where('videoId', video.id).firstOrFail()
    assert.equal(task.state, 'open')
    ;(await as(editor, client.delete(`/api/v1/tags/${made.body().data.id}`))).assertStatus(204)
    await task.refresh()
    assert.deepEqual([task.state, task.closeReason], ['closed', 'tags_gone'])
  })

  test('asks nothing of videos that nobody is about to see', async ({ client, assert }) => {
    const { old } = await givenDeadLaw()
    const video = await givenPublishedVideo()
    await givenTag(video, old.number)
    await reviewAllLaws()
    const editor = await givenUser('editor')
    ;(
      await as(editor, client.post(`/api/v1/videos/${video.id}/withdrawal`)).json({ reason: 'thử' })
    ).assertStatus(200)
    const task = await ValidityTask.query().where('videoId', video.id).firstOrFail()
    assert.deepEqual([task.state, task.closeReason], ['closed', 'video_hidden'])
  })
})

test.group('A penalty that nobody has looked at for half a year', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('is asked about, though no change is known, and again half a year after the answer', async ({
    client,
    assert,
    cleanup,
  }) => {
    moveClockTo('2026-11-24T08:00', cleanup)
    const law = await givenLaw()
    const video = await givenPublishedVideo()
    await givenTag(video, law.number, { article: '7', role: 'penalty' })
    const other = await givenTag(video, law.number, { article: '8' })
    const editor = await givenUser('editor')
    const state = async () => {
      await reviewAllLaws()
      const task = await ValidityTask.query().where('lawId', law.id).first()
      return task && [task.kind, task.state, task.since, task.tagIds.includes(other.id)]
    }
    moveClockTo('2027-05-22T23:59')
    assert.isNull(await state())
    moveClockTo('2027-05-23T00:00')
    assert.deepEqual(await state(), ['due', 'open', '2027-05-23', false])
    // Viewers are not told: nothing is known to be wrong
    assert.deepEqual(await banners(client, video.id), [])
    const task = await ValidityTask.query().where('lawId', law.id).firstOrFail()
    const answer = await as(editor, client.post(`/api/v1/validity/tasks/${task.id}/decision`)).json({
      decision: 'still_right',
    })
    answer.assertStatus(200)
    assert.deepEqual(await state(), ['due', 'decided', '2027-05-23', false])
    moveClockTo('2027-11-19T00:00')
    assert.deepEqual(await state(), ['due', 'open', '2027-11-19', false])
  })
})

test.group('The starting data', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('brings 03/2026/QH16 in place of 60/2014/QH13 on 1 March 2027', async ({
    client,
    assert,
    cleanup,
  }) => {
    const video = await givenPublishedVideo()
    await givenTag(video, '60/2014/QH13', { article: '14' })
    moveClockTo('2027-02-28T23:00', cleanup)
    await reviewAllLaws()
    assert.lengthOf(await ValidityTask.query().where({ videoId: video.id }), 0)
    moveClockTo('2027-03-01T00:00', cleanup)
    await reviewAllLaws()
    const task = await ValidityTask.query().where({ videoId: video.id }).firstOrFail()
    assert.deepEqual([task.kind, task.state, task.since], ['replaced', 'open', '2027-03-01'])
    const [banner] = await banners(client, video.id)
    assert.equal(banner.law.number, '03/2026/QH16')
  })

  test('asks once of each document whose changes nobody has placed, and shows no banner', async ({
    client,
    assert,
  }) => {
    const videos = [await givenPublishedVideo(), await givenPublishedVideo()]
    for (const video of videos) await givenTag(video, '36/2024/QH15', { article: '9', clause: '2' })
    await reviewAllLaws()
    const tasks = await ValidityTask.query().whereIn('kind', ['scope_unknown'])
    assert.lengthOf(tasks, 1)
    assert.deepEqual([tasks[0]!.videoId, tasks[0]!.tagIds.length], [null, 2])
    assert.deepEqual(await banners(client, videos[0]!.id), [])
  })
})

async function givenDeadLaw() {
  const old = await givenLaw()
  const successor = await givenLaw({ effectiveOn: '2026-06-01' })
  await givenRelation(successor, old)
  return { old, successor }
}
