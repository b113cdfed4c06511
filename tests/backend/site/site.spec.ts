import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { assertAnswers } from '#tests/helpers/answers'
import { givenEverybody, givenUser } from '#tests/helpers/people'
import { as, statusesFor } from '#tests/helpers/requests'

const site = '/api/v1/site'

test.group('/site', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('forbids changes to everybody but administrators', async ({ client, assert }) => {
    const { administrator: _, ...others } = await givenEverybody()
    const asked = await statusesFor(others, () => client.patch(site).json({ fourEyes: false }))
    assert.deepEqual(asked, { nobody: 401, producer: 403, editor: 403 })
  })

  test('refuses what is none of its settings’ kind', async ({ client }) => {
    const administrator = await givenUser('administrator')
    for (const change of [
      { name: '' },
      { name: 'a'.repeat(81) },
      { fourEyes: 'no' },
      { av1: 1 },
      { address: 7 },
    ]) {
      ;(await as(administrator, client.patch(site)).json(change)).assertStatus(422)
    }
  })

  test('tells everybody what the office says of itself, as changed last', async ({ client, assert }) => {
    const before = (await client.get(site)).body().data
    assertAnswers('Site', before)
    assert.deepEqual([before.fourEyes, before.av1], [true, false])
    const administrator = await givenUser('administrator')
    const change = { managingBody: 'Sở Tư pháp', responsiblePerson: 'Trần Văn An', admin: true }
    ;(await as(administrator, client.patch(site)).json(change)).assertStatus(200)
    ;(await as(administrator, client.patch(site)).json({ fourEyes: false, av1: true })).assertStatus(200)
    const { data } = (await client.get(site)).body()
    assertAnswers('Site', data)
    assert.deepEqual(data, {
      ...before,
      managingBody: 'Sở Tư pháp',
      responsiblePerson: 'Trần Văn An',
      fourEyes: false,
      av1: true,
    })
  })
})
