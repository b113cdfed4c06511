import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import type User from '#app/accounts/user'
import { HubError } from '#app/core/hub_error'
import Question from './question.js'
import QuestionRecord from './question_record.js'
import { nextState, type QuestionStep } from './question_states.js'

/**
 * Takes one step and writes it into the record, with what else the step changes. The row is changed only if it still
 * stands where the caller saw it.
 * @throws E_QUESTION_STEP, E_CHANGED_MEANWHILE (409)
 */
export async function moveQuestion(
  trx: TransactionClientContract,
  question: Question,
  { step, actor, reason, changes }: { step: QuestionStep; actor: User; reason?: string; changes?: object }
): Promise<void> {
  const from = question.state
  const to = nextState(from, step)
  if (!to) throw new HubError('E_QUESTION_STEP', 409, { params: { state: from } })
  question.useTransaction(trx)
  const held = await trx.from('questions').where({ id: question.id, state: from }).update({ state: to })
  if (Number(held) !== 1) throw new HubError('E_CHANGED_MEANWHILE', 409)
  const at = DateTime.utc()
  await question.merge({ state: to, updatedAt: at, ...changes }).save()
  await QuestionRecord.create(
    {
      questionId: question.id,
      videoId: question.videoId,
      actorId: actor.id,
      step,
      fromState: from,
      toState: to,
      reason: reason ?? null,
      at,
    },
    { client: trx }
  )
}
