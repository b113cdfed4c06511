import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import type User from '#app/accounts/user'
import { statuses, type VideoStatus } from '#app/videos/video_status'
import { assertAnswers, codeOf } from '#tests/helpers/answers'
import { givenConsent } from '#tests/helpers/consents'
import { givenAgency, givenEverybody, givenUser } from '#tests/helpers/people'
import { as, statusesFor } from '#tests/helpers/requests'
import { dropTrees, givenTree } from '#tests/helpers/trees'
import { givenVideo } from '#tests/helpers/videos'

type Method = 'post' | 'delete'
const steps: [name: string, method: Method, path: string, from: VideoStatus[], to: VideoStatus][] = [
  ['submission', 'post', 'submission', ['ready', 'changes_requested', 'withdrawn'], 'in_review'],
  ['change request', 'post', 'change-requests', ['in_review'], 'changes_requested'],
  ['approval', 'post', 'approval', ['in_review'], 'approved'],
  ['publication', 'post', 'publication', ['approved'], 'published'],
  ['end of a publication', 'delete', 'publication', ['published'], 'approved'],
  ['withdrawal', 'post', 'withdrawal', ['published'], 'withdrawn'],
]
const body = { reason: 'vì thế', message: 'Xin sửa lại lời dẫn.', atSeconds: 12.5 }

test.group('The review', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('forbids the {0} to those whose business it is not')
    .with(steps)
    .run(async ({ client, assert }, [, method, path, from]) => {
      const agency = await givenAgency()
      const owner = await givenUser('producer', { agencyId: agency.id })
      const colleague = await givenUser('producer', { agencyId: agency.id })
      const { editor: _, administrator: __, ...others } = await givenEverybody()
      const video = await givenVideo({ status: from[0], ownerId: owner.id, agencyId: agency.id })
      const people: Record<string, User | null> =
        path === 'submission' ? { ...others, colleague } : { ...others, colleague, owner }
      const asked = await statusesFor(people, () =>
        client[method](`/api/v1/videos/${video.id}/${path}`).json(body)
      )
      const stranger = from[0] === 'published' ? 403 : 404
      const expected = { nobody: 401, producer: stranger, colleague: 403 }
      assert.deepEqual(asked as object, path === 'submission' ? expected : { ...expected, owner: 403 })
    })

  test('takes the {0} where the table allows it, and says elsewhere in words where the video stands')
    .with(steps)
    .run(async ({ client, assert, cleanup }, [, method, path, from, to]) => {
      const editor = await givenUser('editor')
      for (const status of statuses) {
        const video = await givenVideo({ status })
        await givenTree(video)
        cleanup(() => dropTrees(video))
        await givenConsent(video)
        const answer = await as(editor, client[method](`/api/v1/videos/${video.id}/${path}`)).json(body)
        if (from.includes(status)) {
          assert.deepEqual(
            [answer.status(), answer.body()],
            [200, { data: { id: video.id, status: to } }],
            status
          )
          const record = (await as(editor, client.get(`/api/v1/videos/${video.id}/record`))).body().data
          for (const entry of record) assertAnswers('RecordEntry', entry)
          const reason = path === 'change-requests' ? body.message : body.reason
          assert.containsSubset(record.at(-1), {
            fromStatus: status,
            toStatus: to,
            reason,
            actor: { id: editor.id },
          })
        } else {
          assert.deepEqual([answer.status(), codeOf(answer)], [409, 'E_STEP_NOT_ALLOWED'], status)
          assert.notInclude(answer.body().errors[0].message, status)
        }
      }
    })
    .timeout(60_000)

  test('names the status in the language asked for', async ({ client, assert }) => {
    const editor = await givenUser('editor')
    const video = await givenVideo({ status: 'changes_requested' })
    const approve = (language: string) =>
      as(editor, client.post(`/api/v1/videos/${video.id}/approval`)).header('Accept-Language', language)
    assert.include((await approve('vi')).body().errors[0].message, 'cần sửa')
    assert.include((await approve('en')).body().errors[0].message, 'waiting for changes')
  })

  test('owes the producer a message with a change request, and keeps its second', async ({
    client,
    assert,
  }) => {
    const editor = await givenUser('editor')
    const owner = await givenUser('producer')
    const video = await givenVideo({ status: 'in_review', ownerId: owner.id })
    const send = (request: object) =>
      as(editor, client.post(`/api/v1/videos/${video.id}/change-requests`)).json(request)
    for (const wrong of [
      {},
      { message: ' ' },
      { message: 'a', atSeconds: -1 },
      { message: 'a'.repeat(2001) },
    ]) {
      ;(await send(wrong)).assertStatus(422)
    }
    ;(await send({ message: 'Xin sửa', atSeconds: 12.5 })).assertStatus(200)
    const record = (await as(owner, client.get(`/api/v1/videos/${video.id}/record`))).body().data
    assert.containsSubset(record.at(-1), { action: 'request_changes', reason: 'Xin sửa', atSeconds: 12.5 })
  })
})

test.group('GET /videos/:id/record', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('forbids everybody but the producer and editors, also of what is published', async ({
    client,
    assert,
  }) => {
    const owner = await givenUser('producer')
    const people = { ...(await givenEverybody()), owner }
    const read = (id: string) => () => client.get(`/api/v1/videos/${id}/record`)
    const shown = await givenVideo({ status: 'published', ownerId: owner.id })
    const expected = { owner: 200, editor: 200, administrator: 200 }
    assert.deepEqual(await statusesFor(people, read(shown.id)), { ...expected, nobody: 401, producer: 403 })
    const hidden = await givenVideo({ ownerId: owner.id })
    assert.deepEqual(await statusesFor(people, read(hidden.id)), { ...expected, nobody: 404, producer: 404 })
  })
})
