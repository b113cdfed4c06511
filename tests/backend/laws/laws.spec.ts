import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { assertAnswers } from '#tests/helpers/answers'
import Law from '#app/laws/law'
import { countQueries } from '#tests/helpers/count_queries'
import { givenPublishedVideo, givenTag, givenVideo } from '#tests/helpers/videos'

const numbersOf = (answer: { body(): { data: { number: string }[] } }) =>
  answer.body().data.map(({ number }) => number)

test.group('GET /laws', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('forbids what it cannot read: a status, a day, a page', async ({ client, assert }) => {
    for (const bad of [{ status: 'tot' }, { asOf: '2025-02-30' }, { page: 0 }, { sort: 'đẹp' }]) {
      const answer = await client.get('/api/v1/laws').qs(bad)
      answer.assertStatus(422)
      assert.equal(answer.body().errors[0].field, Object.keys(bad)[0])
    }
  })

  test('finds a document by its number, however it is written', async ({ client, assert }) => {
    const ways = [
      '31/2024/QH15',
      'luat 31/2024',
      '31/2024/qh15',
      'Luật số 31/2024/QH15',
      'luật đất đai 31/2024',
    ]
    for (const q of ways) {
      const answer = await client.get('/api/v1/laws').qs({ q })
      assert.equal(numbersOf(answer)[0], '31/2024/QH15', q)
    }
    for (const q of ['nd168', 'NĐ 168/2024', '168/2024/ND-CP', 'nghi dinh 168/2024']) {
      assert.equal(numbersOf(await client.get('/api/v1/laws').qs({ q }))[0], '168/2024/NĐ-CP', q)
    }
    assert.equal(numbersOf(await client.get('/api/v1/laws').qs({ q: '2/2007/QH12' }))[0], '02/2007/QH12')
  })

  test('does not find a number inside a longer one', async ({ client, assert }) => {
    const answer = await client.get('/api/v1/laws').qs({ q: '8/2025/QH15' })
    assert.notInclude(numbersOf(answer), '98/2025/QH15')
    assert.notInclude(numbersOf(answer), '118/2025/QH15')
  })

  test('finds a title without diacritics or by its abbreviation, the version in force first', async ({
    client,
    assert,
  }) => {
    const titled = numbersOf(await client.get('/api/v1/laws').qs({ q: 'luat dat dai' }))
    assert.isBelow(titled.indexOf('31/2024/QH15'), titled.indexOf('45/2013/QH13'))
    assert.equal(titled[0], '31/2024/QH15')
    assert.equal(numbersOf(await client.get('/api/v1/laws').qs({ q: 'BLDS' }))[0], '91/2015/QH13')
    const cited = await client.get('/api/v1/laws').qs({ q: 'khoản 2 điều 8 luật đất đai' })
    assert.equal(numbersOf(cited)[0], '31/2024/QH15')
  })

  test('finds nothing for signs, and refuses none', async ({ client, assert }) => {
    for (const q of ['"', '%', "' or 1=1 --", '*', '(sửa đổi']) {
      const answer = await client.get('/api/v1/laws').qs({ q })
      answer.assertStatus(200)
      if (!/\p{L}/u.test(q)) assert.isEmpty(answer.body().data)
    }
  })

  test('derives the status for the day that is asked for', async ({ client, assert }) => {
    const statusOn = async (asOf: string) => {
      const answer = await client.get('/api/v1/laws').qs({ q: '45/2013/QH13', asOf })
      return answer.body().data[0].status
    }
    assert.equal(await statusOn('2014-01-01'), 'chua_co_hieu_luc')
    assert.notEqual(await statusOn('2020-01-01'), 'het_hieu_luc_toan_bo')
    assert.equal(await statusOn('2026-11-24'), 'het_hieu_luc_toan_bo')
  })

  test('keeps to a topic and a status, page by page', async ({ client, assert }) => {
    const answer = await client
      .get('/api/v1/laws')
      .qs({ topic: 'dat-dai', status: 'het_hieu_luc_toan_bo', perPage: 1 })
    answer.assertStatus(200)
    assert.lengthOf(answer.body().data, 1)
    assert.equal(answer.body().data[0].status, 'het_hieu_luc_toan_bo')
    assert.equal(answer.body().data[0].topics[0].slug, 'dat-dai')
    assert.containsSubset(answer.body().meta, { page: 1, perPage: 1 })
  })

  test('counts the published videos of a law, and makes no more queries for more laws', async ({
    client,
    assert,
  }) => {
    const video = await givenPublishedVideo()
    await givenTag(video, '31/2024/QH15', { article: '8' })
    await givenTag(video, '31/2024/QH15', { article: '9' })
    await givenTag(await givenVideo(), '31/2024/QH15')
    const answer = await client.get('/api/v1/laws').qs({ q: '31/2024/QH15' })
    assert.equal(answer.body().data[0].videoCount, 1)
    assertAnswers('Law', answer.body().data[0])
    const one = await countQueries(() => client.get('/api/v1/laws').qs({ perPage: 1 }))
    const many = await countQueries(() => client.get('/api/v1/laws').qs({ perPage: 100 }))
    assert.isAbove(one, 0)
    assert.equal(many, one)
  })
})

test.group('GET /laws/:slug', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('says 404 where there is no such law', async ({ client }) => {
    const answer = await client.get('/api/v1/laws/999-2099-qh99')
    answer.assertStatus(404)
  })

  test('gives the relations with the other document and its status', async ({ client, assert }) => {
    const answer = await client.get('/api/v1/laws/45-2013-qh13')
    answer.assertStatus(200)
    const law = answer.body().data
    assertAnswers('LawDetail', law)
    assert.equal(law.status, 'het_hieu_luc_toan_bo')
    const replaced = law.relations.find(
      (one: { relation: string; law: { number: string } }) =>
        one.relation === 'thay_the' && one.law.number === '31/2024/QH15'
    )
    assert.containsSubset(replaced, { direction: 'incoming', scope: 'whole' })
    assert.notEqual(replaced.law.status, 'het_hieu_luc_toan_bo')
  })

  test('gives the provisions that published videos teach, in the order of the law, with their seconds', async ({
    client,
    assert,
  }) => {
    const video = await givenPublishedVideo({ title: 'Chia đất' })
    await givenTag(video, '31/2024/QH15', { article: '10' })
    await givenTag(video, '31/2024/QH15', {
      article: '8',
      clause: '2',
      point: 'đ',
      startSeconds: 12.5,
      endSeconds: 20,
    })
    await givenTag(await givenVideo(), '31/2024/QH15', { article: '9' })
    const answer = await client.get('/api/v1/laws/31-2024-qh15')
    assertAnswers('LawDetail', answer.body().data)
    const { provisions } = answer.body().data
    assert.deepEqual(
      provisions.map(({ path }: { path: string }) => path),
      ['dieu-8/khoan-2/diem-dd', 'dieu-10']
    )
    assert.equal(provisions[0].citation, 'điểm đ khoản 2 Điều 8 Luật Đất đai năm 2024')
    assert.containsSubset(provisions[0].moments[0], { startSeconds: 12.5, endSeconds: 20, role: 'teaches' })
    assert.equal(provisions[0].moments[0].video.title, 'Chia đất')
    assert.match(provisions[0].moments[0].video.posterUrl, /^http.*poster\.jpg$/)
  })

  test('is also found by its id', async ({ client }) => {
    const law = await Law.findByOrFail('number', '91/2015/QH13')
    const answer = await client.get(`/api/v1/laws/${law.id}`)
    answer.assertBodyContains({ data: { number: '91/2015/QH13', slug: '91-2015-qh13' } })
  })
})
