import { createHash } from 'node:crypto'
import limiter from '@adonisjs/limiter/services/main'
import { HubError } from '#app/core/hub_error'
import User from './user.js'

/**
 * Checks a password, at most ten tries a minute per address and per account. Successful logins do not count,
 * so that an office behind one address is not locked out by its own people.
 */
export async function verifyCredentials(email: string, password: string, address: string): Promise<User> {
  const rule = { requests: 10, duration: '1 minute', blockDuration: '1 minute' }
  const limits = limiter.multi('database', [
    { key: `login:address:${address}`, ...rule },
    // A digest, for the key's column is shorter than an address may be
    { key: `login:account:${createHash('sha256').update(email).digest('base64url')}`, ...rule },
  ])
  const [error, user] = await limits.penalize(() => checkPassword(email, password))
  if (error) throw error
  return user
}

async function checkPassword(email: string, password: string) {
  const user = await User.verifyCredentials(email, password)
  if (user.disabledAt) throw new HubError('E_ACCOUNT_DISABLED', 401)
  return user
}
