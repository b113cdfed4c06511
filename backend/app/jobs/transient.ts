const transientCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'SQLITE_BUSY',
  'SQLITE_BUSY_SNAPSHOT',
  'SQLITE_LOCKED',
  // PostgreSQL, appendix A: class 57 (operator intervention), 53 (resources), 40 (rolled back for another's sake)
  '57P01',
  '57P02',
  '57P03',
  '53300',
  '40001',
  '40P01',
])

/** True where the database did not answer, or not now: the same thing may work in a moment. */
export function isTransient(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause) {
    const code = (at as NodeJS.ErrnoException).code
    // Class 08 is "connection exception"
    if (code && (transientCodes.has(code) || /^08[0-9A-Z]{3}$/.test(code))) return true
    // node-postgres and knex say these without a code
    if (/Connection terminated|Client has encountered a connection error|Timeout acquiring/i.test(at.message))
      return true
  }
  return false
}
