import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { hubNow } from '#app/core/clock'
import Report from './report.js'
import ReportRecord from './report_record.js'

/** So long after it was closed a report may have to be answered again; then nobody needs to know who sent it. */
export const contactKeptDays = 30

/** Erases the contact data of reports that were closed so long ago; answers of how many. */
export async function eraseContacts(): Promise<number> {
  const at = DateTime.fromJSDate(hubNow()).toUTC()
  const found = await Report.query()
    .whereNotNull('closedAt')
    .where('closedAt', '<', at.minus({ days: contactKeptDays }).toISO()!)
    .whereNotNull('contact')
  for (const report of found) {
    await db.transaction(async (trx) => {
      await report.useTransaction(trx).merge({ contact: null, contactErasedAt: at }).save()
      const { id: reportId, state } = report
      await ReportRecord.create(
        { reportId, step: 'erase', fromState: state, toState: state, at },
        { client: trx }
      )
    })
  }
  return found.length
}
