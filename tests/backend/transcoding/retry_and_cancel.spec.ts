import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import type User from '#app/accounts/user'
import queue from '#app/jobs/service'
import { failTranscode } from '#app/transcoding/finish_transcode'
import { startTranscode, transcodeJob } from '#app/transcoding/start_transcode'
import Revision from '#app/videos/revision'
import Transcode from '#app/videos/transcode'
import Video from '#app/videos/video'
import { codeOf } from '#tests/helpers/answers'
import { givenEverybody, givenUser } from '#tests/helpers/people'
import { as, statusesFor } from '#tests/helpers/requests'
import { givenVideo } from '#tests/helpers/videos'

const retry = (client: ApiClient, user: User, video: Video) =>
  as(user, client.post(`/api/v1/videos/${video.id}/retry`))
const cancel = (client: ApiClient, user: User, video: Video) =>
  as(user, client.delete(`/api/v1/videos/${video.id}/transcode`))

/** A video whose file waits for a worker. Not within one transaction: SQLite's one connection is what is tried here. */
async function givenQueued(cleanup: (done: () => Promise<void>) => void) {
  const owner = await givenUser('producer')
  const video = await givenVideo({ ownerId: owner.id, status: 'processing' })
  cleanup(async () => {
    await Video.query().where('id', video.id).delete()
  })
  const revision = await Revision.findOrFail(video.currentRevisionId)
  await db.transaction((trx) => startTranscode(trx, video, revision))
  return { owner, video }
}

const fail = async (video: Video) => {
  const transcode = await latest(video)
  await db.transaction(async (trx) => {
    await queue.cancel(transcode.jobId!, trx)
    await failTranscode(trx, transcode.id, { code: 'E_SOURCE_UNREADABLE', detail: 'test' })
  })
}
const latest = (video: Video) =>
  Transcode.query().where('revisionId', video.currentRevisionId!).orderBy('enqueuedAt', 'desc').firstOrFail()
const statusOf = async (video: Video) => (await Video.findOrFail(video.id)).status
const waiting = async () => (await queue.counts(transcodeJob)).waiting

test.group('Trying again', () => {
  test('forbids strangers', async ({ client, assert, cleanup }) => {
    const { video } = await givenQueued(cleanup)
    await fail(video)
    const { editor: _, administrator: __, ...strangers } = await givenEverybody()
    const asked = await statusesFor(strangers, () => client.post(`/api/v1/videos/${video.id}/retry`))
    assert.deepEqual(asked, { nobody: 404, producer: 404 })
  })

  test('is refused where nothing failed', async ({ client, assert, cleanup }) => {
    const { video, owner } = await givenQueued(cleanup)
    const busy = await retry(client, owner, video)
    assert.deepEqual([busy.status(), codeOf(busy)], [409, 'E_STEP_NOT_ALLOWED'])
    const draft = await givenVideo({ ownerId: owner.id, status: 'draft' })
    await draft.merge({ currentRevisionId: null }).save()
    cleanup(() => draft.delete())
    const nothing = await retry(client, owner, draft)
    assert.deepEqual([nothing.status(), codeOf(nothing)], [409, 'E_NOTHING_TO_RETRY'])
  })

  test('queues the same file once more, once', async ({ client, assert, cleanup }) => {
    const { video, owner } = await givenQueued(cleanup)
    await fail(video)
    assert.equal(await statusOf(video), 'failed')
    const before = await waiting()
    const answers = await Promise.all([retry(client, owner, video), retry(client, owner, video)])
    assert.sameMembers(
      answers.map((answer) => answer.status()),
      [202, 409]
    )
    assert.equal(await statusOf(video), 'processing')
    assert.equal(await waiting(), before + 1)
    assert.lengthOf(await Transcode.query().where('revisionId', video.currentRevisionId!), 2)
    await fail(video)
  })

  test('begins a failed replacement again, without a word to the viewers', async ({
    client,
    assert,
    cleanup,
  }) => {
    const { video, owner } = await givenQueued(cleanup)
    await fail(video)
    await Video.query()
      .where('id', video.id)
      .update({ status: 'published', pendingRevisionId: video.currentRevisionId })
    const answer = await retry(client, owner, video)
    assert.deepEqual([answer.status(), answer.body()], [202, { data: { id: video.id, status: 'published' } }])
    const again = await retry(client, owner, video)
    assert.deepEqual([again.status(), codeOf(again)], [409, 'E_NOTHING_TO_RETRY'])
    await fail(video)
  })
})

test.group('Calling a transcode off', () => {
  test('forbids strangers', async ({ client, assert, cleanup }) => {
    const { video } = await givenQueued(cleanup)
    const { editor: _, administrator: __, ...strangers } = await givenEverybody()
    const asked = await statusesFor(strangers, () => client.delete(`/api/v1/videos/${video.id}/transcode`))
    assert.deepEqual(asked, { nobody: 404, producer: 404 })
    await fail(video)
  })

  test('ends it with a reason, and takes the job away', async ({ client, assert, cleanup }) => {
    const { video, owner } = await givenQueued(cleanup)
    const before = await waiting()
    ;(await cancel(client, owner, video)).assertStatus(204)
    assert.equal(await waiting(), before - 1)
    assert.equal((await latest(video)).state, 'cancelled')
    const { data } = (await as(owner, client.get(`/api/v1/videos/${video.id}`))).body()
    assert.containsSubset(data, {
      status: 'failed',
      error: { code: 'E_CANCELLED' },
      permissions: { retry: true, cancel: false },
    })
    assert.match(data.error.message, /đã được hủy/)
    const again = await cancel(client, owner, video)
    assert.deepEqual([again.status(), codeOf(again)], [409, 'E_NOTHING_TO_CANCEL'])
  })
})
