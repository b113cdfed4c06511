import { DateTime } from 'luxon'
import Question from './question.js'

/** Officers have so long to see that something was taken for spam wrongly. */
export const spamKeptDays = 30

/** Empties what has long been spam: of the row stays that there was one. Answers how many were emptied. */
export async function eraseSpam(now = DateTime.utc()): Promise<number> {
  const found = await Question.query()
    .where('state', 'spam')
    .where('updatedAt', '<', now.minus({ days: spamKeptDays }).toISO()!)
    .whereNot('text', '')
  for (const question of found) await question.merge({ text: '', askerName: null }).save()
  return found.length
}
