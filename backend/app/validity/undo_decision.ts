import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type User from '#app/accounts/user'
import { HubError, notFound } from '#app/core/hub_error'
import { recordStep } from '#app/videos/review_record'
import { tellOthers } from './decide.js'
import { restoreTag } from './decided_tags.js'
import { restoreVideo } from './history.js'
import { restoreRelation } from './name_provisions.js'
import { reviewLaw } from './review_law.js'
import ValidityDecision, { standing, type Change } from './validity_decision.js'
import ValidityTask from './validity_task.js'
import { hubMoment, inValidityTurn } from './validity_turn.js'

/**
 * Takes back the last decision of a task, as long as nothing has followed from it: the tags are still what it made of
 * them, and of the tasks that it caused none has been decided.
 */
export async function undoDecision(taskId: string, actor: User): Promise<void> {
  const { task, undone } = await inValidityTurn(async (trx) => {
    const found = await ValidityTask.query({ client: trx }).where('id', taskId).preload('decisions').first()
    if (!found) throw notFound()
    const last = standing(found.decisions).at(-1)
    if (!last) throw new HubError('E_NOTHING_TO_UNDO', 409)
    if (await hasFollowed(found, last, trx)) throw new HubError('E_UNDO_FOLLOWED', 409)
    for (const change of [...last.changes].reverse()) {
      if (!(await restore(change, trx))) throw new HubError('E_UNDO_FOLLOWED', 409)
    }
    await ValidityDecision.create(
      {
        taskId,
        decision: 'undo',
        undoesId: last.id,
        tagIds: last.tagIds,
        changes: [],
        decidedBy: actor.id,
        decidedAt: hubMoment(),
      },
      { client: trx }
    )
    if (found.videoId) await recordStep(trx, { video: { id: found.videoId }, actor, action: 'validity_undo' })
    await reviewLaw(found.lawId, trx)
    return { task: found, undone: last }
  })
  await tellOthers([task], undone.changes)
}

function restore(change: Change, trx: TransactionClientContract): Promise<boolean> {
  if (change.what === 'tag') return restoreTag(change, trx)
  return change.what === 'video' ? restoreVideo(change, trx) : restoreRelation(change, trx)
}

/** A decision on what a relation touches made tasks for single videos: has somebody decided one of these? */
async function hasFollowed(task: ValidityTask, last: ValidityDecision, trx: TransactionClientContract) {
  if (last.decision !== 'provisions') return false
  const [cause] = task.because
  const others = await ValidityTask.query({ client: trx })
    .where('lawId', task.lawId)
    .whereNotNull('videoId')
    .preload('decisions')
  return others.some(
    ({ because, decisions }) =>
      because.some(({ lawId, relation }) => lawId === cause?.lawId && relation === cause.relation) &&
      standing(decisions).some(({ decidedAt }) => decidedAt >= last.decidedAt)
  )
}
