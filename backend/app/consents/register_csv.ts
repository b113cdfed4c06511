import type { I18n } from '@adonisjs/i18n'
import { csvLine, csvStart } from '#app/core/csv'
import type { RegisterRow } from './register.js'

const columns = [
  'name',
  'ageClass',
  'guardianName',
  'childAgrees',
  'scopes',
  'until',
  'standing',
  'withdrawnOn',
  'withdrawalReason',
  'form',
  'video',
  'status',
  'agency',
  'recordedAt',
  'recordedBy',
] as const

/** The register as a file for spreadsheets, headed and worded in the caller's language. */
export function registerCsv(rows: RegisterRow[], i18n: I18n): string {
  const say = (key: string) => i18n.t(`consents.${key}`)
  const lines = rows.map((row) =>
    csvLine([
      row.name,
      row.ageClass && say(`ages.${row.ageClass}`),
      row.guardianName,
      row.childAgrees === null ? null : say(row.childAgrees ? 'yes' : 'no'),
      row.scopes.map((scope) => i18n.t(`consents.scopes.${scope}`, {}, scope)).join('; '),
      row.until,
      say(`standings.${row.standing}`),
      row.withdrawal?.withdrawnOn,
      row.withdrawal?.reason,
      row.form?.filename,
      row.video.title,
      i18n.t(`record.statuses.${row.video.status}`),
      row.agency?.name,
      row.recordedAt,
      row.recordedBy?.fullName,
    ])
  )
  return csvStart + csvLine(columns.map((name) => say(`columns.${name}`))) + lines.join('')
}
