import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { endConsentsOf } from '#app/consents/end_consents'
import { addDays, todayInVietnam } from '#app/core/legal_day'
import Notice from '#app/notices/notice'
import { remind } from '#app/notices/remind'
import ReviewRecord from '#app/videos/review_record'
import Video from '#app/videos/video'
import { moveClockTo } from '#tests/helpers/clock'
import { givenConsent } from '#tests/helpers/consents'
import { givenUser } from '#tests/helpers/people'
import { givenPublishedVideo } from '#tests/helpers/videos'

const until = '2027-05-31'
const child = {
  name: 'Bé Na',
  ageClass: 'under-7' as const,
  guardianName: 'Lê Thị Bình',
  scopes: ['website'],
  until,
}

async function givenEnding() {
  const owner = await givenUser('producer')
  const video = await givenPublishedVideo({ ownerId: owner.id })
  await givenConsent(video, [child])
  return { owner, video }
}
const statusOf = async (video: Video) => (await Video.findOrFail(video.id)).status

test.group('Consent until a day', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('ends with its video, on the day after its last, by itself and once', async ({ assert, cleanup }) => {
    const { video } = await givenEnding()
    const forever = await givenPublishedVideo()
    await givenConsent(forever, [{ ...child, until: null }])
    moveClockTo('2027-05-31T23:59', cleanup)
    await endConsentsOf(todayInVietnam())
    assert.equal(await statusOf(video), 'published')
    moveClockTo('2027-06-01T00:00')
    assert.equal(await endConsentsOf(todayInVietnam()), 1)
    assert.equal(await endConsentsOf(todayInVietnam()), 0)
    assert.deepEqual([await statusOf(video), await statusOf(forever)], ['withdrawn', 'published'])
    const [line] = await ReviewRecord.query().where({ videoId: video.id, action: 'withdraw' })
    assert.isNull(line!.actorId)
    assert.include(line!.reason, 'Bé Na')
    assert.include(line!.reason, '31/05/2027')
  })

  test('goes on where it has been given anew meanwhile', async ({ assert, cleanup }) => {
    const { video } = await givenEnding()
    await givenConsent(video, [{ ...child, until: '2028-05-31' }])
    moveClockTo('2027-06-01T00:00', cleanup)
    assert.equal(await endConsentsOf(todayInVietnam()), 0)
    assert.equal(await statusOf(video), 'published')
  })

  test('is told of 30 and 7 days before, each once', async ({ assert, cleanup }) => {
    const { owner, video } = await givenEnding()
    const told = async (day: string) => {
      moveClockTo(`${day}T08:00`)
      await remind(todayInVietnam())
      const notices = await Notice.query()
        .where({ userId: owner.id, kind: 'consent_ends' })
        .orderBy('createdAt')
      return notices.map(({ videoId, params }) => `${videoId === video.id} ${params.name} ${params.until}`)
    }
    moveClockTo('2027-01-01T08:00', cleanup)
    assert.deepEqual(await told(addDays(until, -31)), [])
    const once = [`true Bé Na ${until}`]
    for (const before of [30, 29, 8]) assert.deepEqual(await told(addDays(until, -before)), once)
    for (const before of [7, 6, 0]) assert.deepEqual(await told(addDays(until, -before)), [...once, ...once])
  })
})
