import db from '@adonisjs/lucid/services/db'
import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import User from '#app/accounts/user'
import { demoPassword, makeDemoAccounts } from '#app/demo/demo_accounts'
import queue from '#app/jobs/service'
import { demoSkitsOwner, startTranscode, transcodeJob } from '#app/transcoding/start_transcode'
import { createVideo } from '#app/videos/create_video'
import Revision from '#app/videos/revision'
import { DateTime } from 'luxon'

test.group('Demo skits', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('wait behind what a newcomer sends at the same moment', async ({ assert }) => {
    await makeDemoAccounts()
    for (const email of [demoSkitsOwner, 'producer@demo.test']) {
      const owner = await User.verifyCredentials(email, demoPassword)
      const video = await createVideo(owner, { title: email })
      const revision = await Revision.create({
        videoId: video.id,
        number: 1,
        sourceKey: `uploads/${video.id}`,
        sourceFilename: 'a.mp4',
        sourceSizeBytes: 1,
        receivedAt: DateTime.utc(),
      })
      await db.transaction((trx) => startTranscode(trx, video, revision))
    }
    const table = queue.driver === 'sqlite' ? 'jobs' : 'pgboss.job'
    const waiting = await db.from(table).where('name', transcodeJob)
    assert.includeMembers(
      waiting.map((job) => job.priority),
      [-50, 0]
    )
  })
})
