import db from '@adonisjs/lucid/services/db'
import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import { changeSiteSettings } from '#app/site/site_settings'
import type User from '#app/accounts/user'
import { recordStep } from '#app/videos/review_record'
import type Video from '#app/videos/video'
import { codeOf } from '#tests/helpers/answers'
import { givenUser } from '#tests/helpers/people'
import { as } from '#tests/helpers/requests'
import { givenVideo } from '#tests/helpers/videos'

const approve = (client: ApiClient, editor: User, video: Video) =>
  as(editor, client.post(`/api/v1/videos/${video.id}/approval`)).json({})

test.group('Four eyes', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('forbid whoever owns a video to approve it', async ({ client, assert }) => {
    const editor = await givenUser('editor')
    const video = await givenVideo({ status: 'in_review', ownerId: editor.id })
    const answer = await approve(client, editor, video)
    answer.assertStatus(403)
    assert.equal(codeOf(answer), 'E_FOUR_EYES')
    ;(await approve(client, await givenUser('editor'), video)).assertStatus(200)
  })

  test('forbid it to whoever sent its file or submitted it', async ({ client }) => {
    for (const action of ['receive', 'replacement_received', 'submit']) {
      const editor = await givenUser('editor')
      const video = await givenVideo({ status: 'in_review' })
      await db.transaction((trx) => recordStep(trx, { video, actor: editor, action }))
      ;(await approve(client, editor, video)).assertStatus(403)
    }
  })

  test('do not count having asked for changes', async ({ client }) => {
    const editor = await givenUser('editor')
    const video = await givenVideo({ status: 'in_review' })
    await db.transaction((trx) => recordStep(trx, { video, actor: editor, action: 'request_changes' }))
    ;(await approve(client, editor, video)).assertStatus(200)
  })

  test('may be switched off by an office of one person', async ({ client }) => {
    await changeSiteSettings({ fourEyes: false })
    const editor = await givenUser('editor')
    ;(
      await approve(client, editor, await givenVideo({ status: 'in_review', ownerId: editor.id }))
    ).assertStatus(200)
  })
})
