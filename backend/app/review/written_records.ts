import type { I18n } from '@adonisjs/i18n'
import { csvLine, csvStart } from '#app/core/csv'
import type { ExportedLine } from './exported_records.js'

type Lines = AsyncIterable<ExportedLine>

/** One JSON array, an object on each line. */
export async function* recordsAsJson(lines: Lines): AsyncGenerator<string> {
  let separator = '[\n'
  for await (const line of lines) {
    yield separator + JSON.stringify(line)
    separator = ',\n'
  }
  yield separator === '[\n' ? '[]\n' : '\n]\n'
}

const columns = [
  'at',
  'videoId',
  'video',
  'action',
  'from',
  'to',
  'actor',
  'detail',
  'reason',
  'atSeconds',
  'code',
]

/** For spreadsheets, headed and worded in the caller's language; instants as people in Vietnam read them. */
export async function* recordsAsCsv(lines: Lines, i18n: I18n): AsyncGenerator<string> {
  const status = (name: string | null) => (name ? i18n.t(`record.statuses.${name}`, {}, name) : null)
  yield csvStart + csvLine(columns.map((name) => i18n.t(`record.columns.${name}`)))
  for await (const line of lines) {
    yield csvLine([
      vietnamTime(line.at),
      line.videoId,
      line.videoTitle,
      i18n.t(`record.actions.${line.action}`, {}, line.action),
      status(line.fromStatus),
      status(line.toStatus),
      line.actor?.fullName ?? i18n.t('record.machine'),
      line.detail,
      line.reason,
      line.atSeconds,
      line.action,
    ])
  }
}

const clock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Ho_Chi_Minh',
  dateStyle: 'short',
  timeStyle: 'medium',
})
/** `2026-11-24 18:05:09`, which spreadsheets read as a time. */
const vietnamTime = (at: string) => clock.format(new Date(at))
