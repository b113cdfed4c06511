import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import type User from '#app/accounts/user'
import { hubNow } from '#app/core/clock'
import { HubError } from '#app/core/hub_error'
import type Report from './report.js'
import ReportRecord from './report_record.js'
import { isOpen, nextState, type ReportStep } from './report_states.js'

/**
 * Takes one step and writes it into the record. The row is changed only if it still stands where the caller saw it.
 * @throws E_REPORT_STEP, E_CHANGED_MEANWHILE (409)
 */
export async function moveReport(
  report: Report,
  step: ReportStep,
  actor: User,
  reason?: string
): Promise<void> {
  const from = report.state
  const to = nextState(from, step)
  if (!to) throw new HubError('E_REPORT_STEP', 409, { params: { state: from } })
  const at = DateTime.fromJSDate(hubNow())
  await db.transaction(async (trx) => {
    report.useTransaction(trx)
    const held = await trx.from('reports').where({ id: report.id, state: from }).update({ state: to })
    if (Number(held) !== 1) throw new HubError('E_CHANGED_MEANWHILE', 409)
    const takenBy = step === 'release' ? null : isOpen(to) ? actor.id : (report.takenBy ?? actor.id)
    const outcome = isOpen(to) ? null : (reason ?? null)
    await report.merge({ state: to, takenBy, outcome, closedAt: isOpen(to) ? null : at }).save()
    await ReportRecord.create(
      {
        reportId: report.id,
        actorId: actor.id,
        step,
        fromState: from,
        toState: to,
        reason: reason ?? null,
        at,
      },
      { client: trx }
    )
  })
}
