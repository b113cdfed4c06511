import testUtils from '@adonisjs/core/services/test_utils'
import db from '@adonisjs/lucid/services/db'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { eraseContacts } from '#app/reports/erase_contacts'
import Report from '#app/reports/report'
import { assertAnswers, codeOf } from '#tests/helpers/answers'
import { moveClockTo } from '#tests/helpers/clock'
import { givenStamp, reportOn, someText } from '#tests/helpers/forms'
import { givenLaw, givenRelation } from '#tests/helpers/laws'
import { givenEverybody, givenUser } from '#tests/helpers/people'
import { as, origin, statusesFor } from '#tests/helpers/requests'
import { givenPublishedVideo, givenTag, givenVideo } from '#tests/helpers/videos'

const removal = { reason: 'removal_request', relation: 'guardian', contact: '0905 000 111' }

async function givenReport(client: ApiClient, fields: object = {}) {
  const video = await givenPublishedVideo()
  const code = await reportOn(client, video.id, fields)
  const report = await Report.query().where('videoId', video.id).firstOrFail()
  return { video, code, report, path: `/api/v1/review/reports/${report.id}` }
}

test.group('Reporting a video', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('is for published videos only', async ({ client, assert }) => {
    const video = await givenVideo()
    const send = () =>
      client
        .post(`/api/v1/videos/${video.id}/reports`)
        .json({ reason: 'other', text: someText(), ...givenStamp(video.id, 'report') })
    const expected = { nobody: 404, producer: 404, editor: 409, administrator: 409 }
    assert.deepEqual(await statusesFor(await givenEverybody(), send), expected)
  })

  test('needs a reason, words and, to have something removed, a contact and a right', async ({
    client,
    assert,
  }) => {
    const video = await givenPublishedVideo()
    const send = async (fields: object) => {
      const body = { reason: 'other', text: someText(), ...givenStamp(video.id, 'report'), ...fields }
      const answer = await client.post(`/api/v1/videos/${video.id}/reports`).json(body)
      return [answer.status(), ...(answer.body().errors ?? []).map(({ field }: { field: string }) => field)]
    }
    assert.deepEqual(await send({ reason: 'boring' }), [422, 'reason'])
    assert.deepEqual(await send({ text: '' }), [422, 'text'])
    assert.deepEqual(await send({ ...removal, contact: undefined, relation: undefined }), [
      422,
      'contact',
      'relation',
    ])
    assert.deepEqual(await send({ ...removal, relation: 'neighbour' }), [422, 'relation'])
    assert.deepEqual(await send(givenStamp(video.id, 'question')), [422, 'formToken'])
    assert.deepEqual(await send(removal), [202])
  })

  test('is never put away as spam, only marked', async ({ client, assert }) => {
    const { report } = await givenReport(client, {
      ...removal,
      website: 'x',
      text: 'https://a.example https://b.example',
    })
    assert.equal(report.state, 'new')
    assert.deepEqual(report.suspicions, ['honeypot', 'links'])
  })

  test('answers with a code that tells what became of it, but not the contact', async ({
    client,
    assert,
  }) => {
    const { code, video } = await givenReport(client, removal)
    const found = await client.get(`/api/v1/reports/${code}`)
    assertAnswers('SentReport', found.body().data)
    assert.containsSubset(found.body().data, { state: 'new', outcome: null, video: { slug: video.slug } })
    assert.notInclude(found.text(), '0905')
    ;(await client.get('/api/v1/reports/aaaa-bbbb-cccc-dddd')).assertStatus(404)
  })

  test('works without scripts', async ({ assert }) => {
    const video = await givenPublishedVideo()
    const { formToken } = givenStamp(video.id, 'report', { solved: false })
    const send = (fields: object) =>
      fetch(`${origin()}/api/v1/videos/${video.id}/reports`, {
        method: 'POST',
        body: new URLSearchParams({ text: someText(), formToken, contact: '', citation: '', ...fields }),
        redirect: 'manual',
      })
    assert.include((await send({})).headers.get('location'), `/video/${video.slug}/phan-anh?loi=E_VALIDATION`)
    assert.match((await send({ reason: 'other' })).headers.get('location')!, /\/phan-anh\/[\w-]+$/)
  })
})

test.group('The editors’ desk of reports', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('forbids everybody but editors', async ({ client, assert }) => {
    const { path } = await givenReport(client, removal)
    const people = await givenEverybody()
    const expected = { nobody: 401, producer: 403, editor: 200, administrator: 200 }
    assert.deepEqual(await statusesFor(people, () => client.get('/api/v1/review/reports')), expected)
    assert.deepEqual(await statusesFor(people, () => client.get(path)), expected)
    const take = () => client.post(`${path}/steps`).json({ step: 'take' })
    assert.deepEqual(await statusesFor(people, take), expected)
  })

  test('refuses unknown reports, steps out of turn and closing without a word', async ({
    client,
    assert,
  }) => {
    const { path } = await givenReport(client)
    const editor = await givenUser('editor')
    const step = (body: object) => as(editor, client.post(`${path}/steps`)).json(body)
    ;(await as(editor, client.get('/api/v1/review/reports/unknown'))).assertStatus(404)
    ;(await step({ step: 'finish' })).assertStatus(422)
    ;(await step({ step: 'vanish' })).assertStatus(422)
    const early = await step({ step: 'reopen' })
    early.assertStatus(409)
    assert.equal(codeOf(early), 'E_REPORT_STEP')
  })

  test('lists what is due first, with what is left by the hub’s clock', async ({
    client,
    assert,
    cleanup,
  }) => {
    const editor = await givenUser('editor')
    moveClockTo('2026-12-03T09:00', cleanup)
    const video = await givenPublishedVideo()
    await reportOn(client, video.id)
    await reportOn(client, video.id, { ...removal, relation: 'authority', atSeconds: 83 })
    await reportOn(client, video.id, { reason: 'law_expired' })
    const list = async () => (await as(editor, client.get('/api/v1/review/reports?perPage=100'))).body()
    const { data, meta } = await list()
    const own = data.filter((one: { video: { id: string } }) => one.video.id === video.id)
    own.forEach((one: object) => assertAnswers('Report', one))
    assert.deepEqual(
      own.map((one: { reason: string }) => one.reason),
      ['removal_request', 'law_expired', 'other']
    )
    assert.containsSubset(own[0], {
      secondsLeft: 24 * 3600,
      clock: { name: 'authority', from: 'law' },
      contact: removal.contact,
      atSeconds: 83,
    })
    moveClockTo('2026-12-04T10:00')
    const later = await list()
    assert.equal(later.meta.counts.overdue, meta.counts.overdue + 1)
    assert.equal(later.data.find(({ id }: { id: string }) => id === own[0].id).secondsLeft, -3600)
  })

  test('says who took it, what came of it, and tells the reporter', async ({ client, assert }) => {
    const { code, path } = await givenReport(client, removal)
    const editor = await givenUser('editor', { fullName: 'Trần Thị Biên' })
    const step = (body: object) => as(editor, client.post(`${path}/steps`)).json(body)
    assert.equal((await step({ step: 'take' })).body().data.takenBy.fullName, 'Trần Thị Biên')
    const reason = 'Video đã được gỡ.'
    const closed = (await step({ step: 'finish', reason })).body().data
    assert.containsSubset(closed, { state: 'done', outcome: reason, secondsLeft: null })
    assert.containsSubset((await client.get(`/api/v1/reports/${code}`)).body().data, {
      state: 'done',
      outcome: reason,
    })
    const { record } = (await step({ step: 'reopen' })).body().data
    assert.deepEqual(
      record.map((one: { step: string; toState: string }) => [one.step, one.toState]),
      [
        ['receive', 'new'],
        ['take', 'in_work'],
        ['finish', 'done'],
        ['reopen', 'in_work'],
      ]
    )
  })

  test('leads from an expired law to the open task of validity', async ({ client, assert }) => {
    const [old, young] = [await givenLaw(), await givenLaw({ effectiveOn: '2026-01-01' })]
    const video = await givenPublishedVideo()
    await givenTag(video, old.number)
    await givenRelation(young, old)
    await reportOn(client, video.id, { reason: 'law_expired', citation: `Điều 8 Luật ${old.number}` })
    const editor = await givenUser('editor')
    const { data } = (await as(editor, client.get('/api/v1/review/reports?perPage=100'))).body()
    const own = data.find((one: { video: { id: string } }) => one.video.id === video.id)
    assert.equal(own.law.id, old.id)
    assert.containsSubset(own.validityTasks, [{ kind: 'replaced', law: old.number }])
  })

  test('keeps the demand when the video is deleted', async ({ client, assert }) => {
    const { video, report, path } = await givenReport(client, removal)
    await db.from('videos').where('id', video.id).update({ current_revision_id: null })
    await db.from('revisions').where('video_id', video.id).delete()
    await db.from('videos').where('id', video.id).delete()
    const editor = await givenUser('editor')
    const found = (await as(editor, client.get(path))).body().data
    assertAnswers('Report', found)
    assert.containsSubset(found, { id: report.id, video: { id: null, title: video.title } })
  })
})

test.group('The contact in a report', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('is erased thirty days after closing, never while it is open', async ({ client, assert, cleanup }) => {
    const open = await givenReport(client, removal)
    const { report, path } = await givenReport(client, removal)
    const editor = await givenUser('editor')
    await as(editor, client.post(`${path}/steps`)).json({
      step: 'reject',
      reason: 'Không phải video của anh/chị.',
    })
    const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()
    moveClockTo(inDays(29), cleanup)
    await eraseContacts()
    await report.refresh()
    assert.equal(report.contact, removal.contact)
    moveClockTo(inDays(31))
    await eraseContacts()
    await report.refresh()
    await open.report.refresh()
    assert.deepEqual([report.contact, open.report.contact], [null, removal.contact])
    assert.isNotNull(report.contactErasedAt)
  })
})
