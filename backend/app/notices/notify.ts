import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { hubNow } from '#app/core/clock'
import { newId } from '#app/core/ids'
import type { NoticeKind } from './notice_kinds.js'

export interface ToTell {
  kind: NoticeKind
  /** At most 160 letters: what makes it the same, for the same account. */
  key: string
  videoId: string | null
  params?: Record<string, string | number | null>
}

/** Tells these accounts; whoever has been told of the same already is not told again. Answers how many were told. */
export async function notify(userIds: Iterable<string>, { kind, key, videoId, params = {} }: ToTell) {
  const rows = [...new Set(userIds)].map((userId) => ({
    id: newId(),
    user_id: userId,
    kind,
    key,
    video_id: videoId,
    params: JSON.stringify(params),
    created_at: DateTime.fromJSDate(hubNow()).toUTC().toISO(),
    read_at: null,
  }))
  if (rows.length === 0) return 0
  const before = await countOf(key)
  await db.knexQuery().table('notices').insert(rows).onConflict(['user_id', 'key']).ignore()
  return (await countOf(key)) - before
}

async function countOf(key: string): Promise<number> {
  const [row] = await db.from('notices').where('key', key).count('* as count')
  return Number(row.count)
}
