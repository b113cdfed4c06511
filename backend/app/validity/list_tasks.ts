import type { ModelQueryBuilderContract } from '@adonisjs/lucid/types/model'
import type User from '#app/accounts/user'
import type { Page, Paged } from '#app/core/answers'
import { lawRecord } from '#app/laws/law_record'
import type { TaskKind } from './cause.js'
import type { TaskState } from './reconcile.js'
import ValidityTask from './validity_task.js'

export interface TaskFilter extends Page {
  state?: TaskState
  kind?: TaskKind
  /** Id, slug or number. */
  law?: string
  /** Id or slug. */
  video?: string
}

type TaskQuery = ModelQueryBuilderContract<typeof ValidityTask>

/** What viewers are misled by comes first; what is only due comes last. */
const urgency: Record<TaskKind, number> = {
  replaced: 0,
  repealed: 0,
  expired: 0,
  suspended: 1,
  outdated: 1,
  amended: 2,
  scope_unknown: 3,
  label_disagrees: 4,
  undated: 4,
  due: 5,
}

/** Editors see all; others the tasks of their own and their agency's videos. */
export function visibleTo(tasks: TaskQuery, actor: User): TaskQuery {
  if (actor.isEditor) return tasks
  return tasks.whereIn('videoId', (videos) => {
    videos.from('videos').select('id').where('owner_id', actor.id)
    if (actor.agencyId) videos.orWhere('agency_id', actor.agencyId)
  })
}

/** The tasks of one cause stand together, so that they can be decided together. */
export async function listTasks(filter: TaskFilter, actor: User): Promise<Paged<ValidityTask>> {
  const { page, perPage, state = 'open' } = filter
  const tasks = visibleTo(ValidityTask.query(), actor).where('state', state).preload('decisions')
  if (filter.kind) tasks.where('kind', filter.kind)
  if (filter.law) tasks.where('lawId', (await lawRecord()).find(filter.law)?.id ?? '')
  if (filter.video) {
    tasks.whereIn('videoId', (videos) => {
      videos.from('videos').select('id').where('id', filter.video!).orWhere('slug', filter.video!)
    })
  }
  if (state === 'open') tasks.orderByRaw(byUrgency).orderBy('since', 'desc')
  else tasks.orderBy('settledAt', 'desc')
  const found = await tasks
    .orderBy('lawId')
    .orderBy('causeKey')
    .orderBy('openedAt')
    .orderBy('id')
    .paginate(page, perPage)
  return { items: found.all(), total: found.total, page, perPage }
}

const byUrgency = `case kind ${Object.entries(urgency)
  .map(([kind, rank]) => `when '${kind}' then ${rank}`)
  .join(' ')} end`

export async function taskCounts(actor: User): Promise<Record<TaskState, number>> {
  const rows = await visibleTo(ValidityTask.query(), actor)
    .groupBy('state')
    .select('state')
    .count('* as count')
    .pojo<{ state: TaskState; count: number | string }>()
  const counts = { open: 0, decided: 0, closed: 0 }
  for (const { state, count } of rows) counts[state] = Number(count)
  return counts
}
