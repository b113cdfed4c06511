import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { todayInVietnam, type LegalDay } from '#app/core/legal_day'
import { lawRecord } from '#app/laws/law_record'
import { reviewLaw, type Reviewed } from './review_law.js'
import ValidityRun from './validity_run.js'
import { inValidityTurn } from './validity_turn.js'

/** Looks through these laws, each in a turn of its own, so that nobody else waits long. */
export async function reviewLaws(lawIds: Iterable<string>, day?: LegalDay): Promise<Reviewed> {
  const total = { opened: 0, closed: 0 }
  for (const id of new Set(lawIds)) {
    const { opened, closed } = await inValidityTurn((trx) => reviewLaw(id, trx, day))
    total.opened += opened
    total.closed += closed
  }
  return total
}

/** The daily look through everything: safe to repeat, at once in several processes, and after days of standstill. */
export async function reviewAllLaws(day: LegalDay = todayInVietnam()): Promise<Reviewed> {
  const reviewed = await reviewLaws(await concernedLawIds(), day)
  // When the machine did it, whatever day its clock was moved to
  await ValidityRun.create({ day, ...reviewed, finishedAt: DateTime.utc() })
  return reviewed
}

/** Laws that a tag is tied to, or that have tasks. */
async function concernedLawIds(): Promise<string[]> {
  const rows: { law_id: string }[] = await db
    .from('tags')
    .select('law_id')
    .union((tasks) => void tasks.from('validity_tasks').select('law_id'))
  return rows.map(({ law_id }) => law_id).sort()
}

/** These laws and those that they act on: a source's first day is also that of its relations. */
export async function reviewChangedLaws(lawIds: readonly string[] | 'all'): Promise<Reviewed> {
  const concerned = new Set(await concernedLawIds())
  if (lawIds === 'all') return reviewLaws(concerned)
  const record = await lawRecord()
  const touched = new Set(lawIds)
  for (const id of lawIds) {
    const law = record.byId.get(id)
    for (const { targetLawId } of law ? record.outgoingOf(law) : []) touched.add(targetLawId)
  }
  return reviewLaws([...touched].filter((id) => concerned.has(id)).sort())
}

/** After a video was tied to other laws, shown, hidden or put into the history. */
export async function reviewVideo(videoId: string, formerLawIds: string[] = []): Promise<Reviewed> {
  const rows: { law_id: string }[] = await db
    .from('tags')
    .where('video_id', videoId)
    .select('law_id')
    .union((tasks) => void tasks.from('validity_tasks').where('video_id', videoId).select('law_id'))
  const lawIds = new Set([...rows.map(({ law_id }) => law_id), ...formerLawIds])
  return reviewLaws([...lawIds].sort())
}
