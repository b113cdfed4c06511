import { statfs } from 'node:fs/promises'
import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import UserPolicy from '#app/accounts/user_policy'
import { data } from '#app/core/answers'
import { readInstant } from '#app/core/columns'
import { transcodeError } from './transcode_error.js'
import env from '#start/env'

const shown = 50

/** What administrators see of the work: what waits, what runs, what failed, and whether there is room. */
export default class QueueController {
  async show(ctx: HttpContext) {
    await ctx.bouncer.with(UserPolicy).authorize('administer')
    const counts = await db.from('transcodes').select('state').count('* as count').groupBy('state')
    const count = (state: string) => Number(counts.find((row) => row.state === state)?.count ?? 0)
    const rows = await db
      .from('transcodes')
      .join('revisions', 'revisions.id', 'transcodes.revision_id')
      .join('videos', 'videos.id', 'revisions.video_id')
      .select('transcodes.*', 'videos.title', 'videos.id as video_id')
      .orderByRaw(`case transcodes.state when 'running' then 0 when 'queued' then 1 else 2 end`)
      .orderBy('transcodes.enqueued_at', 'desc')
      .limit(shown)
    const workers = await db.from('workers').orderBy('id')
    const { bavail, blocks, bsize } = await statfs(env.get('DATA_DIR'))
    return data({
      queued: count('queued'),
      running: count('running'),
      failed: count('failed'),
      items: rows.map((row) => ({
        videoId: row.video_id,
        title: row.title,
        status: row.state === 'succeeded' ? 'done' : row.state,
        progress: row.progress,
        attempt: row.attempt,
        error: row.error_code ? transcodeError({ errorCode: row.error_code }, ctx.i18n) : null,
        enqueuedAt: readInstant(row.enqueued_at).toISO(),
        startedAt: row.started_at && readInstant(row.started_at).toISO(),
      })),
      disk: { freeBytes: bavail * bsize, totalBytes: blocks * bsize },
      workers: workers.map((worker) => ({
        id: worker.id,
        lastSeenAt: readInstant(worker.last_seen_at).toISO(),
      })),
    })
  }
}
