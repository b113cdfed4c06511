import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type User from '#app/accounts/user'
import { HubError, HubErrors, invalid, notFound } from '#app/core/hub_error'
import { lawsChanged } from '#app/laws/law_events'
import { recordStep } from '#app/videos/review_record'
import { VideoChanged } from '#app/videos/video_events'
import { isAboutDocument, type TaskKind } from './cause.js'
import { confirmTags, moveTags, type Move } from './decided_tags.js'
import { nameProvisions, type NamedProvisions } from './name_provisions.js'
import { keptTask, reviewLaw } from './review_law.js'
import { putIntoHistory } from './history.js'
import { pendingTagIds } from './reconcile.js'
import { taskInWords } from './task_in_words.js'
import ValidityDecision, { type Change, type DecisionName } from './validity_decision.js'
import ValidityTask from './validity_task.js'
import { hubMoment, inValidityTurn } from './validity_turn.js'
import { lawRecord } from '#app/laws/law_record'

export interface Decision extends NamedProvisions {
  decision: DecisionName
  note?: string | null
  /** Only these of the task's tags; all that wait by default. */
  tagIds?: string[]
  /** Where each tag moves to; `move` alone is for all tags that are not named. */
  moves?: (Move & { tagId: string })[]
  move?: Move
}

/** Which decisions fit which tasks. */
export function fits(decision: DecisionName, kind: TaskKind): boolean {
  if (decision === 'still_right') return true
  if (decision === 'provisions') return kind === 'scope_unknown'
  if (isAboutDocument(kind)) return false
  return decision !== 'note' || kind !== 'due'
}

/**
 * Decides one task, or several at once: all or none. Whoever decides second is told, for the tasks are looked at within
 * the turn.
 */
export async function decide(taskIds: string[], decision: Decision, actor: User): Promise<void> {
  if (decision.decision === 'note' && !decision.note?.trim()) throw invalid('E_NOTE_REQUIRED', 'note')
  const done = await inValidityTurn(async (trx) => {
    const tasks = await openTasks(taskIds, trx)
    const misfit = tasks.find(({ kind }) => !fits(decision.decision, kind))
    if (misfit) throw invalid('E_DECISION_NOT_FITTING', 'decision')
    const changes: Change[] = []
    for (const task of tasks) changes.push(...(await decideTask(task, decision, actor, trx)))
    for (const lawId of new Set(tasks.map((task) => task.lawId))) await reviewLaw(lawId, trx)
    return { tasks, changes }
  })
  await tellOthers(done.tasks, done.changes)
}

async function openTasks(ids: string[], trx: TransactionClientContract): Promise<ValidityTask[]> {
  const unique = [...new Set(ids)]
  const tasks = await ValidityTask.query({ client: trx }).whereIn('id', unique).preload('decisions')
  if (tasks.length < unique.length) throw notFound()
  const settled = tasks.filter(({ state }) => state !== 'open')
  if (settled.length) {
    const refusal = new HubError('E_TASK_NOT_OPEN', 409)
    throw new HubErrors(409, [refusal], { taskIds: settled.map(({ id }) => id) })
  }
  return tasks
}

async function decideTask(
  task: ValidityTask,
  decision: Decision,
  actor: User,
  trx: TransactionClientContract
): Promise<Change[]> {
  const waiting = pendingTagIds({ cause: keptTask(task).cause, tagIds: task.tagIds }, keptTask(task))
  const tagIds = decision.tagIds ?? waiting
  if (tagIds.some((id) => !task.tagIds.includes(id))) throw invalid('E_TAG_NOT_IN_TASK', 'tagIds')
  const changes = await carryOut(task, tagIds, decision, actor, trx)
  const note = decision.note?.trim() || null
  await ValidityDecision.create(
    {
      taskId: task.id,
      decision: decision.decision,
      note,
      tagIds,
      changes,
      decidedBy: actor.id,
      decidedAt: hubMoment(),
    },
    { client: trx }
  )
  if (task.videoId) {
    const reason = [taskInWords(task, await lawRecord(trx)), note].filter(Boolean).join('\n')
    const action = `validity_${decision.decision}`
    await recordStep(trx, { video: { id: task.videoId }, actor, action, reason })
  }
  return changes
}

function carryOut(
  task: ValidityTask,
  tagIds: string[],
  decision: Decision,
  actor: User,
  trx: TransactionClientContract
): Promise<Change[]> | Change[] {
  switch (decision.decision) {
    case 'still_right':
      return task.videoId ? confirmTags(tagIds, actor, trx) : []
    case 'move':
      return moveTags(tagIds, decision, actor, trx)
    case 'historical':
      return putIntoHistory(task.videoId!, trx)
    case 'provisions':
      return nameProvisions(task, decision, trx)
    case 'note':
      return []
  }
}

/** The index, the tasks of other laws and the lanes of other videos follow. */
export async function tellOthers(tasks: ValidityTask[], changes: Change[]): Promise<void> {
  if (changes.some(({ what }) => what === 'relation')) await lawsChanged(tasks.map(({ lawId }) => lawId))
  const videoIds = new Set(tasks.map(({ videoId }) => videoId).filter((id) => id !== null))
  for (const id of videoIds) await VideoChanged.dispatch(id)
}
