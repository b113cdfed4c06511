import testUtils from '@adonisjs/core/services/test_utils'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { indexVideo } from '#app/search/index_video'
import { assertAnswers } from '#tests/helpers/answers'
import { givenPublishedVideo, givenVideo } from '#tests/helpers/videos'

async function suggestions(client: ApiClient, q: string) {
  const answer = await client.get('/api/v1/search/suggestions').qs({ q })
  answer.assertStatus(200)
  for (const one of answer.body().data) assertAnswers('SearchSuggestion', one)
  return answer.body().data as { kind: string; text: string; slug: string | null; detail: string | null }[]
}

test.group('GET /search/suggestions', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('suggests nothing for nothing, and takes any text', async ({ client, assert }) => {
    for (const q of ['', 'đ', '"', '* OR (', '\u0001', '🙂', '\u0301', "t_'x"])
      assert.isArray(await suggestions(client, q), q)
    assert.isEmpty(await suggestions(client, 'đ'))
    assert.isAtMost((await suggestions(client, 'luat '.repeat(2000))).length, 8)
  })

  test('knows topics and laws by name, number and abbreviation', async ({ client, assert }) => {
    assert.containsSubset(await suggestions(client, 'dat d'), [{ kind: 'topic', slug: 'dat-dai' }])
    assert.containsSubset(await suggestions(client, 'nd 168'), [{ kind: 'law', detail: '168/2024/NĐ-CP' }])
    assert.containsSubset(await suggestions(client, 'blds'), [{ kind: 'law', text: 'Bộ luật Dân sự' }])
  })

  test('knows everyday phrases and listed titles, unfinished and without diacritics', async ({
    client,
    assert,
  }) => {
    const video = await givenPublishedVideo({ title: 'Giếng làng cạn nước' })
    const draft = await givenVideo({ title: 'Giếng làng chưa ai xem' })
    for (const { id } of [video, draft]) await indexVideo(id)
    assert.containsSubset(await suggestions(client, 'sổ đ'), [{ kind: 'phrase', text: 'sổ đỏ', slug: null }])
    const found = await suggestions(client, 'gieng la')
    assert.deepEqual(found, [{ kind: 'video', text: 'Giếng làng cạn nước', detail: null, slug: video.slug }])
  })
})
