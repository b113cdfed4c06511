import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { indexVideo, unindexVideo } from '#app/search/index_video'
import { searchIndex } from '#app/search/search_index'
import Video from '#app/videos/video'
import { givenPublishedVideo, givenTag, givenVideo } from '#tests/helpers/videos'

const words = (text: string) => ({ words: text.split(' '), phrases: [] })
const phrase = (text: string) => ({ words: [], phrases: [text] })

async function indexed(fields: Parameters<typeof givenPublishedVideo>[0]) {
  const video = await givenPublishedVideo(fields)
  await indexVideo(video.id)
  return video
}

/** Run on each database: both drivers must answer alike. */
test.group('The search index', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('finds words anywhere in a video, in all its fields', async ({ assert }) => {
    const video = await indexed({
      title: 'Hòa giải ở xóm Đình',
      description: 'Hai nhà tranh nhau ranh đất',
      topics: ['dat-dai'],
      captions: 'WEBVTT\n\n00:01.000 --> 00:02.000\nBác Bảy ơi, cái hàng rào!\n',
    })
    await givenTag(video, '31/2024/QH15', { article: '236' })
    await indexVideo(video.id)
    for (const text of [
      'hoa giai',
      'ranh dat',
      'hang rao',
      'dat dai',
      '31 2024',
      'dieu 236',
      'xom rao 236',
    ]) {
      assert.deepEqual(await searchIndex().find([words(text)], 10), [video.id], text)
    }
    assert.isEmpty(await searchIndex().find([words('hoa giai khong')], 10))
  })

  test('finds phrases only as they stand, and any of several clauses', async ({ assert }) => {
    const video = await indexed({ title: 'Sổ đỏ nhà bà Tư' })
    assert.deepEqual(await searchIndex().find([phrase('so do')], 10), [video.id])
    assert.isEmpty(await searchIndex().find([phrase('do so')], 10))
    assert.deepEqual(await searchIndex().find([phrase('do so'), words('ba tu')], 10), [video.id])
    assert.isEmpty(await searchIndex().find([{ words: ['khong'], phrases: ['so do'] }], 10))
  })

  test('puts a title before a description before captions', async ({ assert }) => {
    const captions = 'WEBVTT\n\n00:01.000 --> 00:02.000\nchuyện thừa kế\n'
    const spoken = await indexed({ title: 'Một', captions })
    const described = await indexed({ title: 'Hai', description: 'chuyện thừa kế' })
    const titled = await indexed({ title: 'Chuyện thừa kế' })
    const found = await searchIndex().find([words('thua ke')], 10)
    assert.deepEqual(found, [titled.id, described.id, spoken.id])
    assert.lengthOf(await searchIndex().find([words('thua ke')], 2), 2)
  })

  test('finds published videos only', async ({ assert }) => {
    const draft = await givenVideo({ title: 'Chưa ai được xem' })
    await indexVideo(draft.id)
    assert.isEmpty(await searchIndex().find([words('chua ai')], 10))
  })

  test('follows what is said of a video, and forgets it with the video', async ({ assert }) => {
    const video = await indexed({ title: 'Tên cũ' })
    await video.merge({ title: 'Tên mới' }).save()
    await indexVideo(video.id)
    assert.isEmpty(await searchIndex().find([words('cu')], 10))
    assert.deepEqual(await searchIndex().find([words('moi')], 10), [video.id])
    await unindexVideo(video.id)
    assert.isEmpty(await searchIndex().find([words('moi')], 10))
    await indexVideo(video.id)
    await (await Video.findOrFail(video.id)).delete()
    assert.isEmpty(await searchIndex().find([words('moi')], 10))
  })

  test('takes no word for an operator, and a word of any length', async ({ assert }) => {
    const video = await indexed({ title: 'or and not near', description: 'dài'.repeat(3000) })
    assert.deepEqual(await searchIndex().find([words('or and not near')], 10), [video.id])
    assert.isEmpty(await searchIndex().find([], 10))
    assert.isEmpty(await searchIndex().find([{ words: [], phrases: [] }], 10))
  })
})
