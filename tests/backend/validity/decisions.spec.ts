import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import type User from '#app/accounts/user'
import Tag from '#app/tags/tag'
import ReviewRecord from '#app/videos/review_record'
import { assertAnswers, codeOf } from '#tests/helpers/answers'
import { givenEverybody, givenUser } from '#tests/helpers/people'
import { as, statusesFor } from '#tests/helpers/requests'
import { givenReplaced, reviewed } from '#tests/helpers/validity'
import { givenTag } from '#tests/helpers/videos'

const decide = (client: ApiClient, user: User | null, taskId: string, body: object) =>
  as(user, client.post(`/api/v1/validity/tasks/${taskId}/decision`)).json(body)

const undo = (client: ApiClient, user: User | null, taskId: string) =>
  as(user, client.delete(`/api/v1/validity/tasks/${taskId}/decision`))

const videoOf = async (client: ApiClient, id: string) =>
  (await client.get(`/api/v1/videos/${id}`)).body().data

test.group('POST /validity/tasks/:id/decision', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('forbids strangers, and producers even of their own videos', async ({ client, assert }) => {
    const { video, task } = await givenReplaced()
    const people = await givenEverybody()
    const statuses = await statusesFor({ nobody: people.nobody, producer: people.producer }, () =>
      client.post(`/api/v1/validity/tasks/${task.id}/decision`).json({ decision: 'still_right' })
    )
    // Who may not see the video is not told that there is a task
    assert.deepEqual(statuses, { nobody: 401, producer: 404 })
    await video.load('owner')
    ;(await decide(client, video.owner, task.id, { decision: 'still_right' })).assertStatus(403)
    await task.refresh()
    assert.equal(task.state, 'open')
    ;(await decide(client, people.administrator, task.id, { decision: 'still_right' })).assertStatus(200)
  })

  test('refuses what it cannot do, and says why', async ({ client, assert }) => {
    const { task, old } = await givenReplaced()
    const editor = await givenUser('editor')
    for (const [body, code] of [
      [{}, 'E_VALIDATION'],
      [{ decision: 'burn' }, 'E_VALIDATION'],
      [{ decision: 'provisions', citation: 'Điều 8' }, 'E_DECISION_NOT_FITTING'],
      [{ decision: 'note' }, 'E_NOTE_REQUIRED'],
      [{ decision: 'note', note: '  ' }, 'E_NOTE_REQUIRED'],
      [{ decision: 'move' }, 'E_TARGET_REQUIRED'],
      [{ decision: 'move', move: { citation: 'Luật Người Ngoài Hành Tinh' } }, 'E_LAW_UNKNOWN'],
      [{ decision: 'move', move: { citation: 'Điều 1, Điều 2 Luật Trẻ em' } }, 'E_CITATION_SEVERAL'],
      [{ decision: 'move', move: { lawId: old.id, article: '8' } }, 'E_TARGET_SAME'],
      [{ decision: 'still_right', tagIds: ['x'] }, 'E_TAG_NOT_IN_TASK'],
    ] as const) {
      const answer = await decide(client, editor, task.id, body)
      answer.assertStatus(422)
      assert.equal(codeOf(answer), code, JSON.stringify(body))
    }
    ;(await decide(client, editor, 'x', { decision: 'still_right' })).assertStatus(404)
  })

  test('still right: the banner goes, the tag is confirmed and says when it was looked at', async ({
    client,
    assert,
  }) => {
    const { video, tag, task, old } = await givenReplaced()
    const editor = await givenUser('editor')
    const answer = await decide(client, editor, task.id, {
      decision: 'still_right',
      note: 'Điều 8 giữ nguyên',
    })
    answer.assertStatus(200)
    assertAnswers('ValidityTask', answer.body().data)
    assert.containsSubset(answer.body().data, {
      state: 'decided',
      decisions: [{ decision: 'still_right', note: 'Điều 8 giữ nguyên', holds: true, by: { id: editor.id } }],
      permissions: { decide: false, undo: true },
    })
    const seen = await videoOf(client, video.id)
    assert.deepEqual(seen.banners, [])
    assert.match(seen.tags[0].reviewedOn, /^\d{4}-\d\d-\d\d$/)
    assert.equal((await Tag.findOrFail(tag.id)).confirmedBy, editor.id)
    await reviewed(old)
    await task.refresh()
    assert.equal(task.state, 'decided')
    const actions = (await ReviewRecord.query().where('videoId', video.id).orderBy('at')).map(
      ({ action }) => action
    )
    assert.deepEqual(actions, ['validity_opened', 'validity_still_right'])
  })

  test('note: what the editor says to viewers joins the banner, at its seconds', async ({
    client,
    assert,
  }) => {
    const { video, tag, task } = await givenReplaced()
    const note = 'Mức phạt trong video đã tăng gấp đôi.'
    ;(await decide(client, await givenUser('editor'), task.id, { decision: 'note', note })).assertStatus(200)
    const { banners } = await videoOf(client, video.id)
    assert.lengthOf(banners, 1)
    assert.containsSubset(banners[0], {
      kind: 'law_replaced',
      note,
      tags: [{ id: tag.id, startSeconds: 10 }],
    })
    await task.refresh()
    assert.equal(task.state, 'decided')
  })

  test('move: the tag points to the successor, and the record keeps what it pointed to', async ({
    client,
    assert,
  }) => {
    const { video, tag, task, old, successor } = await givenReplaced()
    const editor = await givenUser('editor')
    const answer = await decide(client, editor, task.id, {
      decision: 'move',
      move: { citation: `khoản 2 Điều 12 ${successor.number}` },
    })
    answer.assertStatus(200)
    const [decision] = answer.body().data.decisions
    assert.include(decision.changes[0].before, 'Điều 8')
    assert.include(decision.changes[0].after, 'khoản 2 Điều 12')
    assert.equal(answer.body().data.state, 'decided')
    const seen = await videoOf(client, video.id)
    assert.deepEqual(seen.banners, [])
    assert.containsSubset(seen.tags, [
      { id: tag.id, law: { id: successor.id }, article: '12', clause: '2', startSeconds: 10, endSeconds: 20 },
    ])
    await reviewed(old)
    await task.refresh()
    assert.equal(task.state, 'decided')
  })

  test('move: several tags each to its own place, or some now and the others later', async ({
    client,
    assert,
  }) => {
    const { video, tag, task, old, successor } = await givenReplaced()
    const second = await givenTag(video, old.number, { article: '9' })
    const third = await givenTag(video, old.number, { article: '10' })
    await reviewed(old)
    const editor = await givenUser('editor')
    const moves = [
      { tagId: tag.id, lawId: successor.id, article: '18' },
      { tagId: second.id, citation: `Điều 19 Luật ${successor.number}` },
    ]
    const half = await decide(client, editor, task.id, {
      decision: 'move',
      tagIds: [tag.id, second.id],
      moves,
    })
    half.assertStatus(200)
    assert.equal(half.body().data.state, 'open')
    assert.deepEqual(
      half.body().data.tags.map(({ id, waits }: { id: string; waits: boolean }) => [id, waits]),
      [[third.id, true]]
    )
    ;(await decide(client, editor, task.id, { decision: 'still_right' })).assertStatus(200)
    const tags = await Tag.query().where('videoId', video.id).orderBy('article')
    assert.deepEqual(
      tags.map(({ lawId, article }) => [lawId, article]),
      [
        [old.id, '10'],
        [successor.id, '18'],
        [successor.id, '19'],
      ]
    )
    await task.refresh()
    assert.equal(task.state, 'decided')
  })

  test('historical: out of lists and search, watched by its address and found on its law’s page', async ({
    client,
    assert,
  }) => {
    const { video, task, old } = await givenReplaced({ title: 'Chuyện ngày xửa ngày xưa' })
    const { indexVideo } = await import('#app/search/index_video')
    await indexVideo(video.id)
    const listed = async (path: string, query: object) =>
      (await client.get(`/api/v1${path}`).qs(query)).body().data.map(({ id }: { id: string }) => id)
    assert.include(await listed('/search', { q: 'ngày xửa ngày xưa' }), video.id)
    const editor = await givenUser('editor')
    const answer = await decide(client, editor, task.id, { decision: 'historical' })
    answer.assertStatus(200)
    for (const [path, query] of [
      ['/search', { q: 'ngày xửa ngày xưa' }],
      ['/search', { q: `Điều 8 ${old.number}` }],
      ['/videos', { law: old.slug }],
      ['/videos', {}],
    ] as const) {
      assert.notInclude(await listed(path, query), video.id, path)
    }
    assert.deepEqual(await listed('/videos', { law: old.slug, history: true }), [video.id])
    const seen = await videoOf(client, video.id)
    assert.equal(seen.status, 'published')
    assert.isNotNull(seen.historicalSince)
    assert.deepEqual(
      seen.banners.map(({ kind }: { kind: string }) => kind),
      ['historical', 'law_replaced']
    )
    const page = (await client.get(`/api/v1/laws/${old.slug}`)).body().data
    assertAnswers('LawDetail', page)
    assert.deepEqual([page.provisions, page.videoCount], [[], 0])
    assert.containsSubset(page.history, [{ video: { id: video.id }, startSeconds: 10 }])

    ;(await undo(client, editor, task.id)).assertStatus(200)
    assert.include(await listed('/search', { q: 'ngày xửa ngày xưa' }), video.id)
    await task.refresh()
    assert.equal(task.state, 'open')
  })

  test('tells the second of two editors that the first was quicker', async ({ client, assert }) => {
    const { task } = await givenReplaced()
    ;(await decide(client, await givenUser('editor'), task.id, { decision: 'still_right' })).assertStatus(200)
    const late = await decide(client, await givenUser('editor'), task.id, { decision: 'historical' })
    late.assertStatus(409)
    assert.equal(codeOf(late), 'E_TASK_NOT_OPEN')
  })
})
