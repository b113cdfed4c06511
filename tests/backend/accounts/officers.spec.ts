import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { assertAnswers, codeOf } from '#tests/helpers/answers'
import { givenAgency, givenEverybody, givenUser } from '#tests/helpers/people'
import { as, statusesFor } from '#tests/helpers/requests'
import { givenVideo } from '#tests/helpers/videos'

test.group('The officers of an agency', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('are named by administrators, and are editors with an open account', async ({ client, assert }) => {
    const people = await givenEverybody()
    const agency = await givenAgency()
    const patch = (body: object) => client.patch(`/api/v1/agencies/${agency.slug}`).json(body)
    const { editor, producer, administrator } = people
    assert.deepEqual(await statusesFor(people, () => patch({ officerId: editor.id })), {
      nobody: 401,
      producer: 403,
      editor: 403,
      administrator: 200,
    })
    const locked = await givenUser('editor', { disabledAt: DateTime.utc() })
    for (const wrong of [producer.id, locked.id, 'nobody']) {
      const answer = await as(administrator, patch({ deputyId: wrong }))
      assert.deepEqual([codeOf(answer), answer.body().errors[0].field], ['E_OFFICER_UNKNOWN', 'deputyId'])
    }
    assert.equal(codeOf(await as(administrator, patch({ deputyId: editor.id }))), 'E_OFFICER_TWICE')
    const kept = await as(administrator, patch({ deputyId: administrator.id }))
    assertAnswers('Agency', kept.body().data)
    assert.containsSubset(kept.body().data, {
      officer: { id: editor.id, isAble: true },
      deputy: { id: administrator.id },
    })
  })

  test('are told to editors only, also that somebody is able no more', async ({ client, assert }) => {
    const { editor, producer } = await givenEverybody()
    const officer = await givenUser('editor')
    const agency = await givenAgency()
    await agency.merge({ officerId: officer.id }).save()
    await officer.merge({ disabledAt: DateTime.utc() }).save()
    const ask = async (user: typeof editor | null) =>
      (await as(user, client.get(`/api/v1/agencies/${agency.slug}`))).body().data
    assert.containsSubset(await ask(editor), { officer: { id: officer.id, isAble: false }, deputy: null })
    for (const user of [null, producer]) assert.notProperty(await ask(user), 'officer')
    const index = (await client.get('/api/v1/agencies')).body().data
    for (const one of index) assert.notProperty(one, 'officer')
  })

  test('stand beside the submissions of the agency, and find them on the desk', async ({
    client,
    assert,
  }) => {
    const officer = await givenUser('editor')
    const deputy = await givenUser('editor')
    const agency = await givenAgency()
    await agency.merge({ officerId: officer.id, deputyId: deputy.id }).save()
    const owner = await givenUser('producer', { agencyId: agency.id })
    const video = await givenVideo({ status: 'in_review', agencyId: agency.id, ownerId: owner.id })
    await givenVideo({ status: 'in_review' })
    for (const user of [officer, deputy]) {
      const found = (await as(user, client.get('/api/v1/review/videos?mine=true'))).body().data
      assert.deepEqual(
        found.map(({ id }: { id: string }) => id),
        [video.id]
      )
      assert.containsSubset(found[0], {
        officers: { officer: { id: officer.id }, deputy: { id: deputy.id } },
      })
    }
    const other = await givenUser('editor')
    assert.lengthOf((await as(other, client.get('/api/v1/review/videos?mine=true'))).body().data, 0)
    const colleague = await givenUser('producer', { agencyId: agency.id })
    assert.notProperty(
      (await as(colleague, client.get(`/api/v1/videos/${video.id}`))).body().data,
      'officers'
    )
    assert.property((await as(owner, client.get(`/api/v1/videos/${video.id}`))).body().data, 'officers')
  })
})
