import testUtils from '@adonisjs/core/services/test_utils'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { assertAnswers } from '#tests/helpers/answers'
import { indexVideo } from '#app/search/index_video'
import { VideoChanged } from '#app/videos/video_events'
import { countQueries } from '#tests/helpers/count_queries'
import { givenPublishedVideo, givenTag, givenVideo } from '#tests/helpers/videos'

type Skit = NonNullable<Parameters<typeof givenPublishedVideo>[0]>

async function given({ ties = [], ...fields }: Skit & { ties?: [string, object?][] }) {
  const video = await givenPublishedVideo(fields)
  for (const [number, provision] of ties) await givenTag(video, number, provision)
  await indexVideo(video.id)
  return video
}

async function search(client: ApiClient, q: string) {
  const answer = await client.get('/api/v1/search').qs({ q })
  answer.assertStatus(200)
  const { data, meta } = answer.body()
  for (const video of data) assertAnswers('FoundVideo', video)
  assertAnswers('SearchMeta', meta)
  return { data, meta, titles: data.map(({ title }: { title: string }) => title) }
}

test.group('GET /search', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('forbids a page that there cannot be', async ({ client }) => {
    ;(await client.get('/api/v1/search').qs({ q: 'đất', page: 0 })).assertStatus(422)
  })

  test('keeps what is not published to itself', async ({ client, assert }) => {
    const video = await givenVideo({ title: 'Chuyện chưa công bố' })
    await givenTag(video, '31/2024/QH15', { article: '8' })
    await indexVideo(video.id)
    assert.isEmpty((await search(client, 'chưa công bố')).data)
    assert.isEmpty((await search(client, 'Điều 8 Luật Đất đai')).data)
  })

  test('takes any text for a query', async ({ client, assert }) => {
    await given({ title: 'Luật sửa đổi' })
    const odd = [
      '',
      '"',
      '*',
      '-',
      '&',
      '(',
      'Điều 236:',
      'Luật (sửa đổi)',
      'a OR',
      'NEAR(',
      "'; drop",
      '\\',
      '%',
      '🙂',
      ':*',
    ]
    for (const q of [...odd, 'a '.repeat(1500), 'ﷺ ŉ ʹ ª ½ ʼ', '你好 ไทย', '\u0301\u0323']) {
      const answer = await client.get('/api/v1/search').qs({ q })
      assert.equal(answer.status(), 200, JSON.stringify(q.slice(0, 20)))
    }
    assert.deepEqual((await search(client, 'Luật (sửa đổi)')).titles, ['Luật sửa đổi'])
  })

  test('reads with or without diacritics, composed or not, old or new tone marks', async ({
    client,
    assert,
  }) => {
    await given({ title: 'Hòa giải chuyện lối đi, thủy lợi và lý lẽ' })
    const ways = [
      'hòa giải',
      'hoà giải',
      'hoa giai',
      'HÒA GIẢI',
      'hòa giải'.normalize('NFD'),
      'thuỷ lợi',
      'lí lẽ',
      'loi di',
    ]
    for (const q of ways) assert.lengthOf((await search(client, q)).data, 1, q)
    await given({ title: 'Đường đê' })
    for (const q of ['đường đê', 'duong de', 'ðường đê'])
      assert.include((await search(client, q)).titles, 'Đường đê', q)
  })

  test('puts the words as they are spelled before the same letters with other marks', async ({
    client,
    assert,
  }) => {
    await given({ title: 'Đạt đại thắng', description: 'đạt đại thắng, đạt đại thắng' })
    await given({ title: 'Một chuyện', description: 'Tranh chấp đất đai giữa hai nhà' })
    assert.deepEqual((await search(client, 'đất đai')).titles, ['Một chuyện', 'Đạt đại thắng'])
  })

  test('knows everyday words and abbreviations', async ({ client, assert }) => {
    await given({ title: 'Cấp giấy chứng nhận quyền sử dụng đất' })
    await given({ title: 'Ly hôn thuận tình' })
    await given({ title: 'Bảo hiểm xã hội cho mẹ' })
    assert.include((await search(client, 'ly dị')).titles, 'Ly hôn thuận tình')
    assert.include((await search(client, 'li dị')).titles, 'Ly hôn thuận tình')
    assert.include((await search(client, 'BHXH')).titles, 'Bảo hiểm xã hội cho mẹ')
    assert.include(
      (await search(client, 'sổ hồng quyền sử dụng')).titles,
      'Cấp giấy chứng nhận quyền sử dụng đất'
    )
  })

  test('finds most of a question where no video has all of it', async ({ client, assert }) => {
    await given({ title: 'Bạn bè đánh nhau ở trường' })
    await given({ title: 'Chợ quê' })
    const { titles } = await search(client, 'con tôi bị bạn đánh ở trường học thì phải làm sao')
    assert.deepEqual(titles, ['Bạn bè đánh nhau ở trường'])
  })

  test('gives the moment at which it is said, in a single cue or across two', async ({ client, assert }) => {
    const captions = [
      'WEBVTT',
      '00:01.000 --> 00:03.000\nCon chào ba má',
      '00:12.500 --> 00:15.000\nNhậu xong mà chạy xe\nlà bị thổi nồng',
      '00:15.000 --> 00:17.000\nđộ cồn đó nghe con',
    ].join('\n\n')
    await given({ title: 'Bữa giỗ', captions })
    const { data } = await search(client, 'chạy xe là bị thổi')
    assert.deepEqual(data[0].matches, [
      { field: 'captions', snippet: 'Nhậu xong mà chạy xe là bị thổi nồng', atSeconds: 12.5 },
    ])
    const across = await search(client, 'nồng độ cồn')
    assert.equal(across.data[0].matches[0].atSeconds, 12.5)
    assert.include(across.data[0].matches[0].snippet, 'nồng độ cồn')
  })

  test('shows where in a long description it stands', async ({ client, assert }) => {
    const filler = 'Chuyện kể rằng ngày xưa. '.repeat(40)
    await given({
      title: 'Kể chuyện',
      description: `${filler}Rồi họ tranh chấp ranh giới thửa đất. ${filler}`,
    })
    const { data } = await search(client, 'ranh giới thửa đất')
    const match = data[0].matches.find(({ field }: { field: string }) => field === 'description')
    assert.include(match.snippet, 'ranh giới thửa đất')
    assert.isBelow(match.snippet.length, 250)
  })

  test('gives for a citation the videos on that provision first, then those on its law', async ({
    client,
    assert,
  }) => {
    await given({ title: 'Khoản khác', ties: [['52/2014/QH13', { article: '81' }]] })
    await given({
      title: 'Đúng khoản',
      ties: [['52/2014/QH13', { article: '8', clause: '2', startSeconds: 7 }]],
    })
    await given({ title: 'Cả điều', ties: [['52/2014/QH13', { article: '8' }]] })
    await given({ title: 'Luật khác', ties: [['102/2016/QH13', { article: '8', clause: '2' }]] })
    const { titles, data, meta } = await search(client, 'k2 d8 luat hon nhan va gia dinh')
    assert.deepEqual(titles.slice(0, 3), ['Đúng khoản', 'Cả điều', 'Khoản khác'])
    const cited = data[0].matches.find(({ field }: { field: string }) => field === 'law')
    assert.deepEqual(cited, {
      field: 'law',
      snippet: 'khoản 2 Điều 8 Luật Hôn nhân và gia đình năm 2014',
      atSeconds: 7,
    })
    assert.containsSubset(meta.citation, { law: { number: '52/2014/QH13' }, articles: ['8'], clauses: ['2'] })
    assert.equal(meta.laws[0].number, '52/2014/QH13')
    assert.equal(meta.laws[0].count, 3)
  })

  test('reaches a document by any part of its number', async ({ client, assert }) => {
    await given({ title: 'Chạy quá tốc độ', ties: [['168/2024/NĐ-CP', { article: '6' }]] })
    for (const q of ['168/2024', 'nd168', 'nd 168/2024', '168/2024/ND-CP', 'nghi dinh 168']) {
      assert.deepEqual((await search(client, q)).titles, ['Chạy quá tốc độ'], q)
    }
  })

  test('says what the query is about: topics and laws, with their videos', async ({ client, assert }) => {
    await given({ title: 'Ranh đất', topics: ['dat-dai'], ties: [['31/2024/QH15']] })
    const { meta } = await search(client, 'đất đai')
    assert.containsSubset(meta.topics[0], { slug: 'dat-dai', name: 'Đất đai', count: 1 })
    assert.containsSubset(meta.laws[0], { number: '31/2024/QH15', count: 1 })
    assert.equal(meta.total, 1)
    assert.isNull(meta.corrected)
    await given({ title: 'Mũ bảo hiểm', topics: ['trat-tu-an-toan-xa-hoi'] })
    const helmet = await search(client, 'mũ bảo hiểm')
    assert.equal(helmet.meta.topics[0].slug, 'trat-tu-an-toan-xa-hoi')
    assert.isEmpty((await search(client, 'con')).meta.laws)
  })

  test('understands a slip of the keyboard, and says how', async ({ client, assert }) => {
    await given({ title: 'Tranh chấp thừa kế' })
    const { titles, meta } = await search(client, 'thuwaf kees')
    assert.deepEqual(titles, ['Tranh chấp thừa kế'])
    assert.equal(meta.corrected, 'thừa kế')
    const swapped = await search(client, 'tranh chấpp thừa kế')
    assert.equal(swapped.meta.corrected, 'tranh chấp thừa kế')
  })

  test('follows a change of the video', async ({ client, assert }) => {
    const video = await given({ title: 'Tên cũ kỹ' })
    await video.merge({ title: 'Mới tinh' }).save()
    await VideoChanged.dispatch(video.id)
    assert.lengthOf((await search(client, 'mới tinh')).data, 1)
    await video.merge({ status: 'withdrawn' }).save()
    assert.isEmpty((await search(client, 'mới tinh')).data)
  })

  test('makes no more queries for more videos, and gives them page by page', async ({ client, assert }) => {
    const give = () =>
      given({ title: 'Hụi trong xóm', topics: ['dan-su'], ties: [['91/2015/QH13', { article: '471' }]] })
    await give()
    const one = await countQueries(() => search(client, 'hụi trong xóm'))
    for (let more = 0; more < 4; more++) await give()
    const many = await countQueries(() => search(client, 'hụi trong xóm'))
    assert.equal(many, one)
    const answer = await client.get('/api/v1/search').qs({ q: 'hụi', page: 2, perPage: 2 })
    assert.lengthOf(answer.body().data, 2)
    assert.containsSubset(answer.body().meta, { total: 5, page: 2, perPage: 2 })
  })
})
