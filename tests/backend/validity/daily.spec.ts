import { setTimeout as sleep } from 'node:timers/promises'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import User from '#app/accounts/user'
import Law from '#app/laws/law'
import LawRelation from '#app/laws/law_relation'
import { beginLegalDays } from '#app/operations/legal_days'
import { decide } from '#app/validity/decide'
import { reviewAllLaws } from '#app/validity/review_laws'
import ValidityDecision from '#app/validity/validity_decision'
import ValidityRun from '#app/validity/validity_run'
import ValidityTask from '#app/validity/validity_task'
import Video from '#app/videos/video'
import { moveClockTo } from '#tests/helpers/clock'
import { givenLaw } from '#tests/helpers/laws'
import { givenUser } from '#tests/helpers/people'
import { givenPublishedVideo, givenTag } from '#tests/helpers/videos'

type Cleanup = (done: () => Promise<void>) => void

/** Outside of a transaction, as processes meet: what was made is deleted at the end. */
async function givenComingChange(cleanup: Cleanup) {
  const old = await givenLaw()
  const successor = await givenLaw({ effectiveOn: '2027-03-01', statedStatus: 'chua_co_hieu_luc' })
  await LawRelation.create({
    sourceLawId: successor.id,
    targetLawId: old.id,
    relation: 'thay_the',
    scope: 'whole',
  })
  const videos = [await givenPublishedVideo(), await givenPublishedVideo(), await givenPublishedVideo()]
  for (const video of videos) await givenTag(video, old.number)
  const ids = videos.map(({ id }) => id)
  cleanup(async () => {
    await db.from('tags').whereIn('video_id', ids).delete()
    await Video.query().whereIn('id', ids).delete()
    await db.from('validity_tasks').where('law_id', old.id).delete()
    await db.from('validity_runs').delete()
    await Law.query().whereIn('id', [old.id, successor.id]).delete()
  })
  return old
}

const openTasks = (law: Law) => ValidityTask.query().where({ lawId: law.id, state: 'open' })

test.group('Two looks through the laws at once', () => {
  test('open each task once', async ({ assert, cleanup }) => {
    const old = await givenComingChange(cleanup)
    moveClockTo('2027-03-01T00:00', cleanup)
    const runs = await Promise.all([reviewAllLaws(), reviewAllLaws(), reviewAllLaws()])
    assert.equal(
      runs.reduce((sum, { opened }) => sum + opened, 0),
      3
    )
    assert.lengthOf(await ValidityTask.query().where('lawId', old.id), 3)
  })
})

test.group('Two editors at once', () => {
  test('decide a task once; the slower is told', async ({ assert, cleanup }) => {
    const old = await givenComingChange(cleanup)
    moveClockTo('2027-03-01T00:00', cleanup)
    await reviewAllLaws()
    const task = await openTasks(old).firstOrFail()
    const editors = [await givenUser('editor'), await givenUser('editor')]
    cleanup(async () => {
      // Whoever has decided is named in the record for good: first the videos go, then the people
      await db.from('validity_decisions').where('task_id', task.id).delete()
      await Video.query().where('id', task.videoId!).delete()
      await User.query()
        .whereIn(
          'id',
          editors.map(({ id }) => id)
        )
        .delete()
    })
    const tries = await Promise.allSettled(
      editors.map((editor) => decide([task.id], { decision: 'still_right' }, editor))
    )
    assert.sameMembers(
      tries.map(({ status }) => status),
      ['fulfilled', 'rejected']
    )
    const refused = tries.find((one) => one.status === 'rejected')!
    assert.equal(refused.reason.code, 'E_TASK_NOT_OPEN')
    assert.lengthOf(await ValidityDecision.query().where('taskId', task.id), 1)
  })
})

test.group('The worker’s day', () => {
  test('begins with the legal day, without anybody asking', async ({ assert, cleanup }) => {
    const old = await givenComingChange(cleanup)
    moveClockTo('2027-02-28T23:59', cleanup)
    const end = beginLegalDays(20)
    cleanup(async () => end())
    const until = async (isSo: () => Promise<boolean>) => {
      while (!(await isSo())) await sleep(20)
    }
    const hasRun = (day: string) => async () => Boolean(await ValidityRun.query().where('day', day).first())
    await until(hasRun('2027-02-28'))
    assert.lengthOf(await openTasks(old), 0)
    moveClockTo('2027-03-01T00:00')
    await until(hasRun('2027-03-01'))
    assert.lengthOf(await openTasks(old), 3)
    moveClockTo('2027-03-02T00:00')
    await until(hasRun('2027-03-02'))
    // The clock was looked at all the time, the laws once a day
    assert.lengthOf(await ValidityRun.query().where('day', '2027-03-01'), 1)
  })
})
