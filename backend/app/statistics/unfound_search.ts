import db from '@adonisjs/lucid/services/db'
import { todayInVietnam } from '#app/core/legal_day'
import { addUp } from './add_up.js'
import { keptQuery } from './kept_query.js'

/** So many different ones are kept for a month: nobody can fill the table. */
export const mostQueries = 2000
/** A year can be held against the year before; what people once looked for is nobody's business after that. */
const keptMonths = 13

/** Counts a search that found nothing, for the month. */
export async function countUnfoundSearch(text: string): Promise<void> {
  const kept = keptQuery(text)
  if (!kept) return
  const month = todayInVietnam().slice(0, 7)
  const ofMonth = () => db.from('unfound_searches').where('month', month)
  if (!(await ofMonth().where('query', kept.query).first())) {
    const { count } = await ofMonth().count('* as count').first()
    if (Number(count) >= mostQueries) return
  }
  const counter = { table: 'unfound_searches', keys: ['month', 'query'], counts: ['count'] }
  await addUp(db.connection(), counter, [{ month, ...kept, count: 1 }])
}

/** Forgets the months that lie further back; by the real clock, for a demo's may be years ahead. */
export async function forgetUnfoundSearches(now = new Date()): Promise<void> {
  const [year, month] = todayInVietnam(now).split('-').map(Number) as [number, number]
  const oldest = new Date(Date.UTC(year, month - 1 - keptMonths)).toISOString().slice(0, 7)
  await db.from('unfound_searches').where('month', '<', oldest).delete()
}
