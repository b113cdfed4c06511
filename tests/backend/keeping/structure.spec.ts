import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { codeOf } from '#tests/helpers/answers'
import { preview, save, undo } from '#tests/helpers/keeping'
import { givenLaw } from '#tests/helpers/laws'
import { givenUser } from '#tests/helpers/people'
import { as } from '#tests/helpers/requests'
import { givenPublishedVideo } from '#tests/helpers/videos'

const text = 'Chương I\nNHỮNG QUY ĐỊNH CHUNG\nĐiều 1\tPhạm vi\r\nĐiều 8. Điều kiện kết hôn\nĐiều 8a\tThêm'
const structure = (lawId: string, content: string) => ({
  edits: [{ do: 'structure', lawId, text: content }],
})

test.group('the structure of a law', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('refuses lines that are no part of it, each with its number', async ({ client, assert }) => {
    const admin = await givenUser('administrator')
    const law = await givenLaw()
    const answer = await preview(client, admin, structure(law.id, 'Điều 1\tA\nlạc loài\nĐiều 2\tB\n<b>'))
    answer.assertStatus(422)
    assert.lengthOf(answer.body().errors, 2)
    assert.equal(codeOf(answer), 'E_STRUCTURE_LINE')
    assert.include(answer.body().errors[0].message, '2')
  })

  test('is shown with the law once it is loaded, and gone when undone', async ({ client, assert }) => {
    const admin = await givenUser('administrator')
    const law = await givenLaw()
    const change = await save(client, admin, structure(law.id, text))
    change.assertStatus(201)
    const shown = async () => (await client.get(`/api/v1/laws/${law.slug}`)).body().data.structure
    const elements = await shown()
    assert.deepEqual(elements[0], {
      level: 'chuong',
      number: 'I',
      heading: 'NHỮNG QUY ĐỊNH CHUNG',
      occurrence: 1,
    })
    assert.deepInclude(elements[2], { level: 'dieu', number: '8', heading: 'Điều kiện kết hôn' })
    ;(await undo(client, admin, change.body().data.id)).assertStatus(201)
    assert.deepEqual(await shown(), [])
  })

  test('warns of a tag on an article that is not in it, and makes the tag', async ({ client, assert }) => {
    const [admin, editor] = [await givenUser('administrator'), await givenUser('editor')]
    const law = await givenLaw()
    await save(client, admin, structure(law.id, text))
    const video = await givenPublishedVideo()
    const tag = (article: string) =>
      as(editor, client.post(`/api/v1/videos/${video.id}/tags`).json({ lawId: law.id, article }))
    const wrong = await tag('99')
    wrong.assertStatus(201)
    assert.equal(wrong.body().meta.warnings[0].code, 'E_WARN_NO_SUCH_ARTICLE')
    assert.isUndefined((await tag('8')).body().meta)
  })
})
