import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import type User from '#app/accounts/user'
import { statuses, type VideoStatus } from '#app/videos/video_status'
import { givenConsent } from '#tests/helpers/consents'
import { givenAgency, givenEverybody, givenUser } from '#tests/helpers/people'
import { as } from '#tests/helpers/requests'
import { dropTrees, givenTree } from '#tests/helpers/trees'
import { givenVideo } from '#tests/helpers/videos'

type Role = 'nobody' | 'stranger' | 'colleague' | 'owner' | 'editor' | 'administrator'

/** Who may take a step, and where it leads from each state; whatever is not named is refused. */
const table: {
  method: 'post' | 'delete'
  path: string
  by: Role[]
  moves: Partial<Record<VideoStatus, VideoStatus>>
}[] = [
  {
    method: 'post',
    path: 'submission',
    by: ['owner', 'editor', 'administrator'],
    moves: { ready: 'in_review', changes_requested: 'in_review', withdrawn: 'in_review' },
  },
  {
    method: 'post',
    path: 'change-requests',
    by: ['editor', 'administrator'],
    moves: { in_review: 'changes_requested' },
  },
  { method: 'post', path: 'approval', by: ['editor', 'administrator'], moves: { in_review: 'approved' } },
  { method: 'post', path: 'publication', by: ['editor', 'administrator'], moves: { approved: 'published' } },
  {
    method: 'delete',
    path: 'publication',
    by: ['editor', 'administrator'],
    moves: { published: 'approved' },
  },
  { method: 'post', path: 'withdrawal', by: ['editor', 'administrator'], moves: { published: 'withdrawn' } },
]
const roles: Role[] = ['nobody', 'stranger', 'colleague', 'owner', 'editor', 'administrator']

/** 401 who is unknown, 404 what they may not know of, 403 what is not their business, 409 what is not its turn. */
function expected(role: Role, status: VideoStatus, row: (typeof table)[number]): number {
  const mayKnow = status === 'published' || !['nobody', 'stranger'].includes(role)
  if (role === 'nobody') return 401
  if (!mayKnow) return 404
  if (!row.by.includes(role)) return 403
  return row.moves[status] ? 200 : 409
}

test.group('Every step from every state by everybody', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('{method} {path} goes as the table says')
    .with(table)
    .run(async ({ client, assert, cleanup }, row) => {
      const agency = await givenAgency()
      const { producer, editor, administrator } = await givenEverybody()
      const people: Record<Role, User | null> = {
        nobody: null,
        stranger: producer,
        colleague: await givenUser('producer', { agencyId: agency.id }),
        owner: await givenUser('producer', { agencyId: agency.id }),
        editor,
        administrator,
      }
      for (const status of statuses) {
        for (const role of roles) {
          const video = await givenVideo({ status, ownerId: people.owner!.id, agencyId: agency.id })
          await givenConsent(video)
          if (row.path === 'publication' && row.moves[status]) {
            await givenTree(video)
            cleanup(() => dropTrees(video))
          }
          const request = client[row.method](`/api/v1/videos/${video.id}/${row.path}`)
          const answer = await as(people[role], request).json({ message: 'Xin sửa' })
          const now = (await video.refresh()).status
          const wanted = expected(role, status, row)
          assert.deepEqual(
            { role, status, answer: answer.status(), now },
            { role, status, answer: wanted, now: wanted === 200 ? row.moves[status]! : status }
          )
        }
      }
    })
    .timeout(60_000)
})
