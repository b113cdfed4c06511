import db from '@adonisjs/lucid/services/db'
import type User from './user.js'

/** By which of its sessions or tokens the account is asking: that one stays. */
export interface Asking {
  sessionId?: string
  tokenId?: string | number | bigint
}

/** Ends the account's sessions and takes its tokens back. */
export async function endSessions(user: User, asking: Asking = {}): Promise<void> {
  const sessions = db.from('sessions').where('user_id', user.id)
  if (asking.sessionId) sessions.whereNot('id', asking.sessionId)
  await sessions.delete()
  const tokens = db.from('auth_access_tokens').where('tokenable_id', user.id)
  if (asking.tokenId) tokens.whereNot('id', Number(asking.tokenId))
  await tokens.delete()
}
