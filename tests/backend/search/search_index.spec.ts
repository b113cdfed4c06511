import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { indexVideo, unindexVideo } from '#app/search/index_video'
import { searchIndex, type Wanted } from '#app/search/search_index'
import { asSpelled, asSpelledInTitle, facetTerm, inTitle, insideTerm, aroundTerms } from '#app/search/terms'
import { searchUnits } from '#app/search/search_units'
import Video from '#app/videos/video'
import { givenPublishedVideo, givenTag, givenVideo } from '#tests/helpers/videos'

const words = (text: string) => ({ all: text.split(' ') })
const phrase = (text: string) => ({ row: text.split(' ') })
const find = async (wanted: Wanted, limit = 10, before?: number) =>
  (await searchIndex().find(wanted, limit, before)).map(({ id }) => id)

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
      assert.deepEqual(await find(words(text)), [video.id], text)
    }
    assert.isEmpty(await find(words('hoa giai khong')))
  })

  test('finds phrases only as they stand, and any of several clauses', async ({ assert }) => {
    const video = await indexed({ title: 'Sổ đỏ nhà bà Tư' })
    assert.deepEqual(await find(phrase('so do')), [video.id])
    assert.isEmpty(await find(phrase('do so')))
    assert.deepEqual(await find({ any: [phrase('do so'), words('ba tu')] }), [video.id])
    assert.isEmpty(await find({ all: ['khong', phrase('so do')] }))
  })

  test('knows a title from the rest, and a spelling from the letters', async ({ assert }) => {
    const described = await indexed({ title: 'Một', description: 'Chuyện đất đai' })
    const titled = await indexed({ title: 'Đạt đại thắng' })
    const [exact] = searchUnits('đất')
    assert.deepEqual(await find(words('dat dai')), [titled.id, described.id])
    assert.deepEqual(await find({ all: ['dat', 'dai'].map(inTitle) }), [titled.id])
    assert.deepEqual(await find(asSpelled(exact!.exact)), [described.id])
    assert.isEmpty(await find(asSpelledInTitle(exact!.exact)))
  })

  test('gives the last made first, so many as are asked for, and those before one', async ({ assert }) => {
    const ids = []
    for (const title of ['Cây đa một', 'Cây đa hai', 'Cây đa ba']) ids.unshift((await indexed({ title })).id)
    assert.deepEqual(await find(words('cay da')), ids)
    const [first, second] = await searchIndex().find(words('cay da'), 2)
    assert.deepEqual([first!.id, second!.id], ids.slice(0, 2))
    assert.deepEqual(await find(words('cay da'), 2, second!.entry), ids.slice(2))
    assert.equal(first!.folded, 'cay da ba')
  })

  test('looks past what is not listed, however much of it there is', async ({ assert }) => {
    const old = await indexed({ title: 'Bến đò' })
    for (let at = 0; at < 5; at++) await indexVideo((await givenVideo({ title: 'Bến đò' })).id)
    assert.deepEqual(await find(words('ben do'), 2), [old.id])
  })

  test('knows of each video what it is narrowed by, and the places in laws', async ({ assert }) => {
    const video = await indexed({
      topics: ['dat-dai'],
      audiences: ['hoc_sinh'],
      durationSeconds: 59,
      orientation: 'portrait',
    })
    const { lawId } = await givenTag(video, '31/2024/QH15', { article: '8', clause: '2', point: 'đ' })
    const whole = await indexed({ durationSeconds: 301 })
    await givenTag(whole, '31/2024/QH15', { article: '8' })
    await indexVideo(video.id)
    await indexVideo(whole.id)
    const terms = ['audience_hoc_sinh', 'length_short', 'orientation_portrait']
    for (const term of terms) assert.deepEqual(await find(term), [video.id], term)
    assert.deepEqual(await find('length_long'), [whole.id])
    const [hit] = await searchIndex().find('length_short', 1)
    assert.include(hit!.facets.split(' '), facetTerm('law', lawId))
    const cited = { article: '8', clause: '2', point: 'đ' }
    const at = (fields: object) => insideTerm(lawId, { article: '8', clause: null, point: null, ...fields })
    for (const fields of [{ clause: '2' }, { clause: '2', point: 'đ' }, { point: 'đ' }]) {
      assert.deepEqual(await find(at(fields)), [video.id], JSON.stringify(fields))
    }
    assert.isEmpty(await find(at({ clause: '2', point: 'd' })))
    assert.deepEqual(await find(at({})), [whole.id, video.id])
    assert.deepEqual(await find({ any: aroundTerms(lawId, cited) }), [whole.id])
  })

  test('finds published videos only', async ({ assert }) => {
    const draft = await givenVideo({ title: 'Chưa ai được xem' })
    await indexVideo(draft.id)
    assert.isEmpty(await find(words('chua ai')))
  })

  test('follows what is said of a video, and forgets it with the video', async ({ assert }) => {
    const video = await indexed({ title: 'Tên cũ' })
    await video.merge({ title: 'Tên mới' }).save()
    await indexVideo(video.id)
    assert.isEmpty(await find(words('cu')))
    assert.deepEqual(await find(words('moi')), [video.id])
    await unindexVideo(video.id)
    assert.isEmpty(await find(words('moi')))
    await indexVideo(video.id)
    await (await Video.findOrFail(video.id)).delete()
    assert.isEmpty(await find(words('moi')))
  })

  test('takes no word for an operator, and a word of any length', async ({ assert }) => {
    const video = await indexed({ title: 'or and not near', description: 'dài'.repeat(3000) })
    assert.deepEqual(await find(words('or and not near')), [video.id])
    assert.isEmpty(await find({ any: [] }))
    assert.isEmpty(await find({ all: [{ any: [] }, ''] }))
  })
})
