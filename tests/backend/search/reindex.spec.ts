import ace from '@adonisjs/core/services/ace'
import testUtils from '@adonisjs/core/services/test_utils'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { indexMissing } from '#app/search/index_missing'
import { searchIndex } from '#app/search/search_index'
import { givenPublishedVideo } from '#tests/helpers/videos'

test.group('search:reindex', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('indexes every video anew', async ({ assert }) => {
    const video = await givenPublishedVideo({ title: 'Chuyện cái giếng' })
    const find = async () => (await searchIndex().find('gieng', 10)).map(({ id }) => id)
    assert.isEmpty(await find())
    const ran = await ace.exec('search:reindex', [])
    assert.equal(ran.exitCode ?? 0, 0)
    assert.deepEqual(await find(), [video.id])
    const { search_text: text } = await db.from('videos').where('id', video.id).firstOrFail()
    assert.include(text, 'chuyen cai gieng')
  })
})

test.group('A worker that starts', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('indexes the videos that the index does not know, once', async ({ assert }) => {
    const video = await givenPublishedVideo({ title: 'Chuyện hàng rào' })
    const find = async () => (await searchIndex().find('rao', 10)).map(({ id }) => id)
    assert.isEmpty(await find())
    assert.isAtLeast(await indexMissing(), 1)
    assert.deepEqual(await find(), [video.id])
    assert.equal(await indexMissing(), 0)
  })
})
