import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { addDays, todayInVietnam } from '#app/core/legal_day'
import { assertAnswers } from '#tests/helpers/answers'
import { givenConsent } from '#tests/helpers/consents'
import { givenEverybody, givenUser } from '#tests/helpers/people'
import { as, statusesFor } from '#tests/helpers/requests'
import { givenVideo } from '#tests/helpers/videos'

const adult = { ageClass: 'adult' as const, scopes: ['website'] }
const inDays = (days: number) => addDays(todayInVietnam(), days)

test.group('GET /consents', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('is for editors', async ({ client, assert }) => {
    const expected = { nobody: 401, producer: 403, editor: 200, administrator: 200 }
    const people = await givenEverybody()
    assert.deepEqual(await statusesFor(people, () => client.get('/api/v1/consents')), expected)
    for (const wrong of ['standing=nice', 'format=xlsx', 'page=0'])
      (await as(people.editor, client.get(`/api/v1/consents?${wrong}`))).assertStatus(422)
  })

  test('names the people of each video as it was recorded last, and how their agreement stands', async ({
    client,
    assert,
  }) => {
    const editor = await givenUser('editor')
    const video = await givenVideo({ title: 'Chuyện ở ngã tư' })
    await givenConsent(video, [{ ...adult, name: 'Ông Đã Sửa' }])
    const consent = await givenConsent(video, [
      { ...adult, name: 'Nguyễn Thị Đủ' },
      { ...adult, name: 'Nguyễn Thị Gần', until: inDays(30) },
      { ...adult, name: 'Nguyễn Thị Qua', until: inDays(-1) },
      { ...adult, name: 'Nguyễn Thị Rút' },
      { ...adult, name: 'Nguyễn Thị Thiếu', ageClass: 'under-7' },
      { ...adult, name: 'Nguyễn Thị Xa', until: inDays(31) },
    ])
    await as(
      editor,
      client.post(`/api/v1/videos/${video.id}/consent/people/${consent.id}-3/withdrawal`)
    ).json({
      withdrawnOn: todayInVietnam(),
      channel: 'letter',
      reason: 'Không muốn nữa',
    })
    const rows = async (query: object) => {
      const answer = await as(editor, client.get('/api/v1/consents').qs({ q: 'nguyen thi', ...query }))
      for (const row of answer.body().data) assertAnswers('ConsentRow', row)
      return answer.body().data.map(({ name, standing }: Record<string, string>) => `${name} ${standing}`)
    }
    assert.deepEqual(await rows({}), [
      'Nguyễn Thị Đủ good',
      'Nguyễn Thị Gần ending',
      'Nguyễn Thị Qua ended',
      'Nguyễn Thị Rút withdrawn',
      'Nguyễn Thị Thiếu gaps',
      'Nguyễn Thị Xa good',
    ])
    assert.deepEqual(await rows({ standing: 'ending' }), ['Nguyễn Thị Gần ending'])
    assert.deepEqual(await rows({ q: 'nguyễn thị du' }), ['Nguyễn Thị Đủ good'])
    assert.deepEqual(await rows({ perPage: 2, page: 2 }), [
      'Nguyễn Thị Qua ended',
      'Nguyễn Thị Rút withdrawn',
    ])
    // Who withdrew and has been taken out is still to be found
    await as(editor, client.put(`/api/v1/videos/${video.id}/consent`)).json({ nobodyIdentifiable: true })
    assert.deepEqual(await rows({}), ['Nguyễn Thị Rút withdrawn'])
  })

  test('goes into a spreadsheet as UTF-8, without a formula in it', async ({ client, assert }) => {
    const editor = await givenUser('editor')
    const video = await givenVideo({ title: '=HYPERLINK("http://xau.test")' })
    await givenConsent(video, [
      { ...adult, name: '+cmd|calc', scopes: ['website', '@la'] },
      { ...adult, name: 'Lê "Út", Bà' },
    ])
    const answer = await as(editor, client.get('/api/v1/consents?format=csv')).header('Accept-Language', 'vi')
    assert.equal(answer.header('content-type'), 'text/csv; charset=utf-8')
    assert.include(answer.header('content-disposition'), 'attachment')
    const text = answer.text()
    assert.isTrue(text.startsWith('\uFEFFHọ và tên,Tuổi,'))
    assert.include(text, `'+cmd|calc,từ đủ 18 tuổi`)
    assert.include(text, '"Lê ""Út"", Bà"')
    assert.include(text, `"'=HYPERLINK(""http://xau.test"")"`)
  })
})
