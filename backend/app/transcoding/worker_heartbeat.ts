import logger from '@adonisjs/core/services/logger'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'

const everyMs = 10_000

/** Shows administrators that a worker is there. Returns how to end it. */
export async function beginHeartbeat(id: string): Promise<() => Promise<void>> {
  const startedAt = DateTime.utc().toISO()
  const beat = async () => {
    const row = { id, started_at: startedAt, last_seen_at: DateTime.utc().toISO() }
    await db.insertQuery().table('workers').insert(row).knexQuery.onConflict('id').merge(['last_seen_at'])
  }
  const yesterday = DateTime.utc().minus({ days: 1 }).toISO()
  await db.from('workers').where('last_seen_at', '<', yesterday).delete()
  await beat()
  const timer = setInterval(() => beat().catch((err) => logger.warn({ err }, 'heartbeat failed')), everyMs)
  return async () => {
    clearInterval(timer)
    await db.from('workers').where('id', id).delete()
  }
}
