import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import type User from '#app/accounts/user'
import Tag from '#app/tags/tag'
import { codeOf } from '#tests/helpers/answers'
import { givenUser } from '#tests/helpers/people'
import { as, statusesFor } from '#tests/helpers/requests'
import { givenReplaced, reviewed } from '#tests/helpers/validity'

const decide = (client: ApiClient, user: User | null, taskId: string, body: object) =>
  as(user, client.post(`/api/v1/validity/tasks/${taskId}/decision`)).json(body)

const undo = (client: ApiClient, user: User | null, taskId: string) =>
  as(user, client.delete(`/api/v1/validity/tasks/${taskId}/decision`))

const videoOf = async (client: ApiClient, id: string) =>
  (await client.get(`/api/v1/videos/${id}`)).body().data

test.group('DELETE /validity/tasks/:id/decision', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('forbids strangers and producers', async ({ client, assert }) => {
    const { video, task } = await givenReplaced()
    await decide(client, await givenUser('editor'), task.id, { decision: 'still_right' })
    await video.load('owner')
    const statuses = await statusesFor({ nobody: null, owner: video.owner }, () =>
      client.delete(`/api/v1/validity/tasks/${task.id}/decision`)
    )
    assert.deepEqual(statuses, { nobody: 401, owner: 403 })
  })

  test('brings everything back to what it was, and keeps both lines', async ({ client, assert }) => {
    const { video, tag, task, old, successor } = await givenReplaced()
    const { updatedAt: _was, ...before } = (await Tag.findOrFail(tag.id)).serialize()
    const editor = await givenUser('editor')
    for (const body of [
      { decision: 'still_right' },
      { decision: 'note', note: 'Xem bản mới' },
      { decision: 'move', move: { lawId: successor.id, article: '3' } },
    ]) {
      ;(await decide(client, editor, task.id, body)).assertStatus(200)
      const answer = await undo(client, editor, task.id)
      answer.assertStatus(200)
      assert.equal(answer.body().data.state, 'open')
      const { updatedAt: _is, ...now } = (await Tag.findOrFail(tag.id)).serialize()
      assert.deepEqual(now, before, body.decision)
      const { banners } = await videoOf(client, video.id)
      assert.deepEqual([banners.length, banners[0].note], [1, null])
    }
    const decisions = (await as(editor, client.get(`/api/v1/validity/tasks/${task.id}`))).body().data
      .decisions
    assert.lengthOf(decisions, 6)
    assert.isFalse(decisions.some(({ holds }: { holds: boolean }) => holds))
    await reviewed(old)
    await task.refresh()
    assert.equal(task.state, 'open')
    const nothing = await undo(client, editor, task.id)
    nothing.assertStatus(409)
    assert.equal(codeOf(nothing), 'E_NOTHING_TO_UNDO')
  })

  test('is refused once something has followed', async ({ client, assert }) => {
    const { tag, task, successor } = await givenReplaced()
    const editor = await givenUser('editor')
    await decide(client, editor, task.id, { decision: 'move', move: { lawId: successor.id, article: '3' } })
    ;(await as(editor, client.patch(`/api/v1/tags/${tag.id}`)).json({ article: '4' })).assertStatus(200)
    const refused = await undo(client, editor, task.id)
    refused.assertStatus(409)
    assert.equal(codeOf(refused), 'E_UNDO_FOLLOWED')
    assert.equal((await Tag.findOrFail(tag.id)).article, '4')
  })
})
