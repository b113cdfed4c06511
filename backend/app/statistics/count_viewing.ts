import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import db from '@adonisjs/lucid/services/db'
import { todayInVietnam } from '#app/core/legal_day'
import type Revision from '#app/videos/revision'
import type Video from '#app/videos/video'
import { addUp } from './add_up.js'

/** Into so many parts of the same length a video is cut for its retention curve. */
export const partCount = 50
/** So many hosts are kept apart for a video and month; the rest are one. */
export const mostHosts = 50
/** Whoever repeats a video more often than that in one sitting is a machine. */
const mostRepeats = 4

export interface Viewing {
  /** Whether this is the first that is told of the viewing. */
  first: boolean
  /** Of the video, not of the clock: at double speed they are twice as many. */
  watchedSeconds: number
  /** From 0; each is told once in a viewing. */
  parts: number[]
  /** Of the page that shows the video in a frame. */
  host: string | null
}

/** Adds what was watched to the counters of the video, its present revision, the day and the month. */
export async function countViewing(video: Video, viewing: Viewing): Promise<void> {
  const revision = video.currentRevision as Revision | null
  if (!revision) return
  const day = todayInVietnam()
  const month = day.slice(0, 7)
  const most = mostRepeats * Math.ceil(revision.durationSeconds ?? 0)
  const watchedSeconds = Math.min(Math.round(viewing.watchedSeconds), most)
  const parts = [...new Set(viewing.parts)].sort((a, b) => a - b)
  const ofRevision = { revision_id: revision.id, month }
  await db.transaction(async (trx) => {
    if (viewing.first) {
      const counter = { table: 'revision_viewings', keys: ['revision_id', 'month'], counts: ['count'] }
      await addUp(trx, counter, [{ ...ofRevision, count: 1 }])
    }
    const counter = { table: 'revision_parts', keys: ['revision_id', 'month', 'part'], counts: ['count'] }
    await addUp(
      trx,
      counter,
      parts.map((part) => ({ ...ofRevision, part, count: 1 }))
    )
    if (watchedSeconds > 0) {
      const time = { table: 'video_views', keys: ['video_id', 'day'], counts: ['watched_seconds'] }
      await addUp(trx, time, [{ video_id: video.id, day, count: 0, watched_seconds: watchedSeconds }])
    }
    if (viewing.first && viewing.host) await countHost(trx, video.id, month, viewing.host)
  })
}

async function countHost(trx: TransactionClientContract, videoId: string, month: string, host: string) {
  const ofVideo = () => trx.from('embed_hosts').where({ video_id: videoId, month })
  const known = await ofVideo().where('host', host).first()
  const kept = known ? 0 : Number((await ofVideo().count('* as count').first()).count)
  const counter = { table: 'embed_hosts', keys: ['video_id', 'month', 'host'], counts: ['count'] }
  const counted = kept < mostHosts ? host : ''
  await addUp(trx, counter, [{ video_id: videoId, month, host: counted, count: 1 }])
}
