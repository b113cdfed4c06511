import db from '@adonisjs/lucid/services/db'
import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import type User from '#app/accounts/user'
import { todayInVietnam } from '#app/core/legal_day'
import { moveClock } from '#app/core/moved_clock'
import Notice from '#app/notices/notice'
import { remind } from '#app/notices/remind'
import { changeSiteSettings } from '#app/site/site_settings'
import { recordStep } from '#app/videos/review_record'
import { moveClockTo } from '#tests/helpers/clock'
import { givenAgency, givenUser } from '#tests/helpers/people'
import { givenReplaced } from '#tests/helpers/validity'
import { givenVideo } from '#tests/helpers/videos'

const countOf = async (user: User, kind: string) =>
  (await Notice.query().where({ userId: user.id, kind })).length

/** The hub's clock so many days and hours from now, and the daily look at it. */
async function lookIn(hours: number) {
  moveClockTo(DateTime.utc().plus({ hours }).toISO()!)
  await remind(todayInVietnam())
}

test.group('Reminders', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
  group.each.teardown(() => moveClock(null))

  async function givenOfficer() {
    const officer = await givenUser('editor')
    const agency = await givenAgency()
    await agency.merge({ officerId: officer.id }).save()
    const owner = await givenUser('producer', { agencyId: agency.id })
    return { officer, owner, agencyId: agency.id, ownerId: owner.id }
  }

  test('tell the officer of a review that has waited for more days than the office allows, once', async ({
    assert,
  }) => {
    await changeSiteSettings({ reminderDays: 2 })
    const { officer, owner, ...own } = await givenOfficer()
    const video = await givenVideo({ ...own, status: 'in_review', submittedAt: DateTime.utc() })
    const counts = []
    for (const hours of [47, 49, 72]) {
      await lookIn(hours)
      counts.push(await countOf(officer, 'review_waits'))
    }
    assert.deepEqual(counts, [0, 1, 1])
    assert.equal(await countOf(owner, 'review_waits'), 0)
    // A new submission is another matter
    await video.merge({ submittedAt: DateTime.utc().plus({ seconds: 1 }) }).save()
    await lookIn(73)
    assert.equal(await countOf(officer, 'review_waits'), 2)
  })

  test('tell the owner of a change request that nobody answered', async ({ assert }) => {
    const { officer, owner, ...own } = await givenOfficer()
    const video = await givenVideo({ ...own, status: 'changes_requested' })
    await db.transaction((trx) => recordStep(trx, { video, actor: officer, action: 'request_changes' }))
    await lookIn(71)
    assert.equal(await countOf(owner, 'changes_unanswered'), 0)
    await lookIn(73)
    await lookIn(97)
    assert.equal(await countOf(owner, 'changes_unanswered'), 1)
  })

  test('tell the officer of open validity tasks, once for a video', async ({ assert }) => {
    const { officer, owner: _, ...own } = await givenOfficer()
    const { task } = await givenReplaced(own)
    await lookIn(71)
    assert.equal(await countOf(officer, 'validity_waits'), 0)
    await lookIn(73)
    await lookIn(97)
    assert.equal(await countOf(officer, 'validity_waits'), 1)
    await task.merge({ state: 'decided' }).save()
    await Notice.query().where('userId', officer.id).delete()
    await lookIn(121)
    assert.equal(await countOf(officer, 'validity_waits'), 0)
  })
})
