import db from '@adonisjs/lucid/services/db'
import type User from './user.js'

/** Ends the account's sessions (but the one that asks) and takes its tokens back. */
export async function endSessions(user: User, exceptSessionId?: string): Promise<void> {
  const sessions = db.from('sessions').where('user_id', user.id)
  if (exceptSessionId) sessions.whereNot('id', exceptSessionId)
  await sessions.delete()
  await db.from('auth_access_tokens').where('tokenable_id', user.id).delete()
}
