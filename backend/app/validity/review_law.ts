import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { todayInVietnam, type LegalDay } from '#app/core/legal_day'
import { lawRecord } from '#app/laws/law_record'
import { recordStep } from '#app/videos/review_record'
import { deriveTasks, type DerivedTask } from './derive_tasks.js'
import { reconcile, type KeptTask, type TaskStep } from './reconcile.js'
import { taggedPlaces } from './tagged_places.js'
import { taskInWords } from './task_in_words.js'
import { standing } from './validity_decision.js'
import ValidityTask from './validity_task.js'
import { hubMoment } from './validity_turn.js'

export interface Reviewed {
  opened: number
  closed: number
}

/** Brings the tasks of one law up to what it asks on the day. Call it within a turn (validity_turn.ts). */
export async function reviewLaw(
  lawId: string,
  trx: TransactionClientContract,
  day: LegalDay = todayInVietnam()
): Promise<Reviewed> {
  const record = await lawRecord(trx)
  const law = record.byId.get(lawId)
  const rows = await ValidityTask.query({ client: trx }).where('lawId', lawId).preload('decisions')
  const videoIds = rows.map(({ videoId }) => videoId).filter((id) => id !== null)
  const { places, standingOf } = await taggedPlaces(lawId, videoIds, trx)
  const derived = law ? deriveTasks(law, record.actingOn(law), places, day) : []
  const tagsOf = (videoId: string | null) =>
    places.filter((tag) => videoId === null || tag.videoId === videoId).map(({ id }) => id)
  const steps = reconcile(derived, rows.map(keptTask), standingOf, tagsOf)
  for (const step of steps) await take(step, lawId, rows, trx)
  const count = (...names: TaskStep['do'][]) => steps.filter((step) => names.includes(step.do)).length
  return { opened: count('open', 'reopen'), closed: count('close') }
}

export function keptTask(row: ValidityTask): KeptTask {
  const decisions = standing(row.decisions)
  const { kind, causeKey: key, since, because, successorIds } = row
  return {
    id: row.id,
    videoId: row.videoId,
    key,
    state: row.state,
    cause: { kind, key, since, because, successorIds },
    tagIds: row.tagIds,
    coveredTagIds: decisions.flatMap(({ tagIds }) => tagIds),
    isDecidedSinceOpened: decisions.some(({ decidedAt }) => decidedAt >= row.openedAt),
  }
}

async function take(step: TaskStep, lawId: string, rows: ValidityTask[], trx: TransactionClientContract) {
  if (step.do === 'open') return open(new ValidityTask(), step.task, lawId, trx)
  const row = rows.find(({ id }) => id === step.id)!
  if (step.do === 'reopen') return open(row, step.task, lawId, trx)
  if (step.do === 'close' || step.do === 'settle') {
    const closeReason = step.do === 'close' ? step.reason : null
    const state = step.do === 'close' ? ('closed' as const) : ('decided' as const)
    await row.useTransaction(trx).merge({ state, closeReason, settledAt: hubMoment() }).save()
    return
  }
  row.merge(factsOf(step.task))
  if (step.do === 'decide') row.merge({ state: 'decided', closeReason: null, settledAt: hubMoment() })
  await row.useTransaction(trx).save()
}

async function open(row: ValidityTask, task: DerivedTask, lawId: string, trx: TransactionClientContract) {
  const opened = { state: 'open' as const, closeReason: null, openedAt: hubMoment(), settledAt: null }
  const identity = {
    lawId,
    videoId: task.videoId,
    subject: task.videoId ?? 'law',
    causeKey: task.cause.key,
    kind: task.cause.kind,
  }
  await row
    .useTransaction(trx)
    .merge({ ...identity, ...factsOf(task), ...opened })
    .save()
  if (!task.videoId) return
  const reason = taskInWords(row, await lawRecord(trx))
  await recordStep(trx, { video: { id: task.videoId }, action: 'validity_opened', reason })
}

const factsOf = ({ cause: { since, because, successorIds }, tagIds }: DerivedTask) => ({
  since,
  because,
  successorIds,
  tagIds,
})
