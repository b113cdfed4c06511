import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { addDays, todayInVietnam } from '#app/core/legal_day'
import Video from '#app/videos/video'
import { assertAnswers, codeOf } from '#tests/helpers/answers'
import { givenEverybody, givenUser } from '#tests/helpers/people'
import { as, statusesFor } from '#tests/helpers/requests'
import { dropTrees, givenTree } from '#tests/helpers/trees'
import { givenVideo } from '#tests/helpers/videos'

const adult = { name: 'Trần Văn An', ageClass: 'adult', scopes: ['website'] }
const consentOf = (video: Video) => `/api/v1/videos/${video.id}/consent`

test.group('/videos/:id/consent', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('forbids strangers to read and to say who appears', async ({ client, assert }) => {
    const owner = await givenUser('producer')
    const people = { ...(await givenEverybody()), owner }
    const video = await givenVideo({ status: 'published', ownerId: owner.id })
    const expected = { nobody: 401, producer: 403, owner: 200, editor: 200, administrator: 200 }
    assert.deepEqual(await statusesFor(people, () => client.get(consentOf(video))), expected)
    const put = () => client.put(consentOf(video)).json({ nobodyIdentifiable: true })
    assert.deepEqual(await statusesFor(people, put), expected)
    const hidden = await givenVideo()
    ;(await as(people.producer, client.get(consentOf(hidden)))).assertStatus(404)
  })

  test('refuses what says both things, neither, or nothing that can be read', async ({ client, assert }) => {
    const owner = await givenUser('producer')
    const video = await givenVideo({ ownerId: owner.id })
    const send = (body: object) => as(owner, client.put(consentOf(video))).json(body)
    for (const body of [{}, { nobodyIdentifiable: false }, { nobodyIdentifiable: true, people: [adult] }]) {
      assert.equal(codeOf(await send(body)), 'E_CONSENT_EITHER')
    }
    const wrong: [object, string][] = [
      [{ people: [] }, 'people'],
      [{ people: [{ ...adult, name: '' }] }, 'people.0.name'],
      [{ people: [adult, { ...adult, ageClass: '12' }] }, 'people.1.ageClass'],
      [{ people: [{ name: 'A', ageClass: 'adult' }] }, 'people.0.scopes'],
      [{ people: [{ ...adult, until: '2026-02-30' }] }, 'people.0.until'],
      [{ nobodyIdentifiable: 'yes' }, 'nobodyIdentifiable'],
    ]
    for (const [body, field] of wrong) {
      const answer = await send(body)
      answer.assertStatus(422)
      assert.equal(answer.body().errors[0].field, field)
    }
    assert.isNull((await as(owner, client.get(consentOf(video)))).body().data)
  })

  test('keeps what was recorded last, and by whom', async ({ client, assert }) => {
    const owner = await givenUser('producer')
    const editor = await givenUser('editor')
    const video = await givenVideo({ ownerId: owner.id, status: 'in_review' })
    ;(await as(owner, client.put(consentOf(video))).json({ nobodyIdentifiable: true })).assertStatus(200)
    const people = [{ ...adult, guardianName: null, childAgrees: null, until: '2030-12-31' }]
    const answer = await as(editor, client.put(consentOf(video))).json({ people })
    answer.assertStatus(200)
    const kept = (await as(owner, client.get(consentOf(video)))).body().data
    assertAnswers('Consent', kept)
    assert.deepEqual(kept, answer.body().data)
    assert.containsSubset(kept, { nobodyIdentifiable: false, people, recordedBy: { id: editor.id } })
  })
})

test.group('Publication', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('owes consent, and names each thing that is missing', async ({ client, assert, cleanup }) => {
    const editor = await givenUser('editor')
    const video = await givenVideo({ status: 'approved' })
    await givenTree(video)
    cleanup(() => dropTrees(video))
    const publish = () => as(editor, client.post(`/api/v1/videos/${video.id}/publication`)).json({})
    const consent = (people: object[]) => as(editor, client.put(consentOf(video))).json({ people })
    const missing = async () => {
      const answer = await publish()
      answer.assertStatus(422)
      for (const error of answer.body().errors) assertAnswers('Error', error)
      return answer
        .body()
        .errors.map(({ code, field }: { code: string; field: string }) => `${code} ${field}`)
    }
    assert.deepEqual(await missing(), ['E_CONSENT_MISSING consent'])

    const yesterday = addDays(todayInVietnam(), -1)
    await consent([
      adult,
      { ...adult, scopes: [] },
      { ...adult, ageClass: '7-15' },
      { ...adult, ageClass: 'under-7', childAgrees: false },
      { ...adult, ageClass: '16-17', until: yesterday },
    ])
    assert.deepEqual(await missing(), [
      'E_CONSENT_SCOPE people.1.scopes',
      'E_CONSENT_GUARDIAN people.2.guardianName',
      'E_CONSENT_CHILD people.2.childAgrees',
      'E_CONSENT_GUARDIAN people.3.guardianName',
      'E_CONSENT_ENDED people.4.until',
    ])
    assert.equal((await Video.findOrFail(video.id)).status, 'approved')

    const guardianName = 'Lê Thị Bình'
    await consent([
      { ...adult, until: todayInVietnam() },
      { ...adult, ageClass: '7-15', guardianName, childAgrees: true },
      { ...adult, ageClass: 'under-7', guardianName },
    ])
    ;(await publish()).assertStatus(200)
  })

  test('takes what was said before the file arrived', async ({ client, cleanup }) => {
    const owner = await givenUser('producer')
    const video = await givenVideo({ status: 'approved', ownerId: owner.id })
    const revisionId = video.currentRevisionId
    await givenTree(video)
    cleanup(() => dropTrees(video))
    await video.merge({ currentRevisionId: null }).save()
    await as(owner, client.put(consentOf(video))).json({ nobodyIdentifiable: true })
    await video.merge({ currentRevisionId: revisionId }).save()
    const editor = await givenUser('editor')
    ;(await as(editor, client.post(`/api/v1/videos/${video.id}/publication`)).json({})).assertStatus(200)
  })
})
