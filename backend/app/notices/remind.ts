import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { hubNow } from '#app/core/clock'
import { readInstant } from '#app/core/columns'
import { addDays, type LegalDay } from '#app/core/legal_day'
import { consentsEndingBy } from '#app/consents/follow_consents'
import { readSiteSettings } from '#app/site/site_settings'
import Video from '#app/videos/video'
import { addressees } from './addressees.js'
import { notify } from './notify.js'

/** Days before an agreement ends on which its officer and owner are told. */
const consentDays = [30, 7]

/**
 * What has waited too long, and what is about to end, told to those who can do something about it. Repeating it tells
 * nobody twice. Answers how many were told of something.
 */
export async function remind(today: LegalDay): Promise<number> {
  const { reminderDays: days } = await readSiteSettings()
  const since = DateTime.fromJSDate(hubNow()).toUTC().minus({ days }).toISO()!
  const told = [
    await ofWaitingReviews(since, days),
    await ofUnansweredRequests(since, days),
    await ofEndingConsents(today),
    await ofOpenValidityTasks(since, days),
  ]
  return told.reduce((sum, count) => sum + count, 0)
}

async function ofWaitingReviews(since: string, days: number): Promise<number> {
  let told = 0
  const waiting = await Video.query().where('status', 'in_review').where('submittedAt', '<=', since)
  for (const video of waiting) {
    const key = `waits:${video.id}:${video.submittedAt!.toMillis()}`
    told += await notify(await addressees(video, ['officers']), {
      kind: 'review_waits',
      key,
      videoId: video.id,
      params: { days },
    })
  }
  return told
}

async function ofUnansweredRequests(since: string, days: number): Promise<number> {
  let told = 0
  for (const video of await Video.query().where('status', 'changes_requested')) {
    const last = await db
      .from('review_records')
      .where({ video_id: video.id, action: 'request_changes' })
      .orderBy('at', 'desc')
      .first()
    if (!last || readInstant(last.at).toISO()! > since) continue
    told += await notify(await addressees(video, ['owner']), {
      kind: 'changes_unanswered',
      key: `unanswered:${last.id}`,
      videoId: video.id,
      params: { days },
    })
  }
  return told
}

/** Only the nearest of the days is told of: who hears of 30 days and of 7 at once has been told too late once. */
async function ofEndingConsents(today: LegalDay): Promise<number> {
  let told = 0
  for (const { video, people } of await consentsEndingBy(addDays(today, Math.max(...consentDays)))) {
    const to = await addressees(video, ['owner', 'officers'])
    for (const { id, name, until } of people) {
      const near = consentDays.filter((days) => until <= addDays(today, days)).at(-1)!
      const key = `consent:${video.id}:${id}:${until}:${near}`
      told += await notify(to, { kind: 'consent_ends', key, videoId: video.id, params: { name, until } })
    }
  }
  return told
}

/** One notice a video, whatever the number of its tasks; another when a task has been opened since. */
async function ofOpenValidityTasks(since: string, days: number): Promise<number> {
  const open = await db
    .from('validity_tasks')
    .where('state', 'open')
    .where('opened_at', '<=', since)
    .groupBy('video_id')
    .select('video_id')
    .count('* as count')
    .max('opened_at as newest')
  const videos = await Video.query().whereIn('id', open.map(({ video_id: id }) => id).filter(Boolean))
  let told = 0
  for (const { video_id: videoId, count, newest } of open) {
    const video = videos.find(({ id }) => id === videoId) ?? null
    const key = `validity:${videoId ?? 'laws'}:${readInstant(newest).toMillis()}`
    const params = { days, count: Number(count) }
    told += await notify(await addressees(video, ['officers']), {
      kind: 'validity_waits',
      key,
      videoId,
      params,
    })
  }
  return told
}
