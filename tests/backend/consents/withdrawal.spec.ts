import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { addDays, todayInVietnam } from '#app/core/legal_day'
import { storage } from '#app/core/media_storage'
import { changeSiteSettings } from '#app/site/site_settings'
import Video from '#app/videos/video'
import { assertAnswers, codeOf } from '#tests/helpers/answers'
import { givenConsent } from '#tests/helpers/consents'
import { givenEverybody, givenUser } from '#tests/helpers/people'
import { as, origin, statusesFor } from '#tests/helpers/requests'
import { pdf, sendBytes } from '#tests/helpers/send_bytes'
import { dropTrees, givenTree } from '#tests/helpers/trees'
import { givenPublishedVideo, givenVideo } from '#tests/helpers/videos'

const an = { name: 'Trần Văn An', ageClass: 'adult' as const, scopes: ['website'] }
const binh = { name: 'Lê Thị Bình', ageClass: 'adult' as const, scopes: ['website'] }
const said = () => ({ withdrawnOn: todayInVietnam(), channel: 'phone', reason: 'Đổi chỗ làm' })

async function givenShown(fields: Parameters<typeof givenVideo>[0] = {}) {
  const video = await givenPublishedVideo(fields)
  const consent = await givenConsent(video, [an, binh])
  return { video, path: `/api/v1/videos/${video.id}/consent/people/${consent.id}-0/withdrawal` }
}

test.group('POST /videos/:id/consent/people/:personId/withdrawal', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('is recorded by editors only', async ({ client, assert }) => {
    const owner = await givenUser('producer')
    const { editor: _, administrator: __, ...others } = await givenEverybody()
    const { path } = await givenShown({ ownerId: owner.id })
    assert.deepEqual(await statusesFor({ ...others, owner }, () => client.post(path).json(said())), {
      nobody: 401,
      producer: 403,
      owner: 403,
    })
  })

  test('owes a day that has come, a way and a reason, and somebody who is there', async ({
    client,
    assert,
  }) => {
    const editor = await givenUser('editor')
    const { path, video } = await givenShown()
    const send = (body: object, to = path) => as(editor, client.post(to)).json(body)
    const wrong: [object, string][] = [
      [{ ...said(), withdrawnOn: '2026-02-30' }, 'withdrawnOn'],
      [{ ...said(), withdrawnOn: addDays(todayInVietnam(), 1) }, 'withdrawnOn'],
      [{ ...said(), channel: 'pigeon' }, 'channel'],
      [{ ...said(), reason: ' ' }, 'reason'],
    ]
    for (const [body, field] of wrong) {
      const answer = await send(body)
      answer.assertStatus(422)
      assert.equal(answer.body().errors[0].field, field)
    }
    ;(await send(said(), path.replace('-0/', '-7/'))).assertStatus(404)
    assert.isTrue((await Video.findOrFail(video.id)).isPublished)
  })

  test('takes the video down before it is answered, its media included', async ({
    client,
    assert,
    cleanup,
  }) => {
    const editor = await givenUser('editor')
    const { path, video } = await givenShown()
    const revision = await givenTree(video)
    cleanup(() => dropTrees(video))
    const media = `${origin()}/media/videos/${video.id}/${revision.id}/master.m3u8`
    assert.equal((await fetch(media)).status, 200)
    const answer = await as(editor, client.post(path)).json(said())
    answer.assertStatus(201)
    assertAnswers('ConsentWithdrawal', answer.body().data)
    assert.equal(answer.body().data.status, 'withdrawn')
    assert.equal((await fetch(media)).status, 404)
    assert.isNull(await storage.head(`${revision.publicPrefix}master.m3u8`))
    ;(await client.get(`/api/v1/videos/${video.id}`)).assertStatus(404)
    const record = (await as(editor, client.get(`/api/v1/videos/${video.id}/record`))).body().data
    assert.deepEqual(
      record.slice(-2).map(({ action, detail }: Record<string, string>) => [action, detail]),
      [
        ['consent_withdrawn', an.name],
        ['withdraw', null],
      ]
    )
    const again = await as(editor, client.post(path)).json(said())
    assert.deepEqual([again.status(), codeOf(again)], [409, 'E_CONSENT_WITHDRAWN_ALREADY'])
  })

  test('stands in the way of publishing until they agree anew or are in it no more', async ({
    client,
    assert,
    cleanup,
  }) => {
    const editor = await givenUser('editor')
    const { path, video } = await givenShown({ status: 'approved' })
    await givenTree(video)
    cleanup(() => dropTrees(video))
    ;(await as(editor, client.post(path)).json(said())).assertStatus(201)
    const consent = `/api/v1/videos/${video.id}/consent`
    const put = async (people: object[]) => as(editor, client.put(consent)).json({ people })
    const owed = async () => {
      const { missing } = (await as(editor, client.get(`/api/v1/videos/${video.id}/publication`))).body().data
      for (const error of missing) assertAnswers('Error', error)
      return missing.map(({ code, field }: { code: string; field: string }) => `${code} ${field}`)
    }
    const blocked = ['E_CONSENT_WITHDRAWN people.0.agreedAgain']
    assert.deepEqual(await owed(), blocked)
    // Neither a new record nor taking them out and writing them in again is a new agreement
    await put([an, binh])
    assert.deepEqual(await owed(), blocked)
    await put([binh])
    assert.deepEqual(await owed(), [])
    await put([{ ...an, name: 'TRẦN VĂN AN' }, binh])
    assert.deepEqual(await owed(), blocked)
    const publish = () => as(editor, client.post(`/api/v1/videos/${video.id}/publication`)).json({})
    assert.equal(codeOf(await publish()), 'E_CONSENT_WITHDRAWN')
    const kept = (await put([{ ...an, agreedAgain: true }, binh])).body().data
    assertAnswers('Consent', kept)
    assert.deepEqual(await owed(), [])
    // And stays one when the record is written anew
    await put([an, binh])
    assert.deepEqual(await owed(), [])
    ;(await publish()).assertStatus(200)
  })
})

test.group('GET /videos/:id/publication', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('tells what is owed to the owner and editors only', async ({ client, assert }) => {
    const owner = await givenUser('producer')
    const people = { ...(await givenEverybody()), owner }
    const { video } = await givenShown({ ownerId: owner.id })
    const expected = { nobody: 401, producer: 403, editor: 200, administrator: 200, owner: 200 }
    const asked = await statusesFor(people, () => client.get(`/api/v1/videos/${video.id}/publication`))
    assert.deepEqual(asked, expected)
  })

  test('asks for signed forms where the office wants them', async ({ client, assert, cleanup }) => {
    await changeSiteSettings({ consentForms: true })
    const owner = await givenUser('producer')
    const { video, path } = await givenShown({ ownerId: owner.id, status: 'ready' })
    cleanup(async () => void (await storage.deletePrefix(`private/consents/${video.id}/`)))
    const owed = async () =>
      (await as(owner, client.get(`/api/v1/videos/${video.id}/publication`)))
        .body()
        .data.missing.map(({ code, field }: { code: string; field: string }) => `${code} ${field}`)
    assert.deepEqual(await owed(), ['E_CONSENT_FORM people.0.form', 'E_CONSENT_FORM people.1.form'])
    await sendBytes(path.replace('withdrawal', 'form'), pdf, owner)
    assert.deepEqual(await owed(), ['E_CONSENT_FORM people.1.form'])
  })
})
