import { DateTime } from 'luxon'
import Consent, { type PersonShown } from '#app/review/consent'
import type Video from '#app/videos/video'

let lastMs = 0
/** Each later than the one before, also within a millisecond. */
const now = () => DateTime.fromMillis((lastMs = Math.max(Date.now(), lastMs + 1)), { zone: 'utc' })

/** Consent for the current revision: nobody can be recognised, unless people are given. */
export const givenConsent = (video: Video, people: PersonShown[] = []) =>
  Consent.create({
    videoId: video.id,
    revisionId: video.currentRevisionId,
    nobodyIdentifiable: people.length === 0,
    people,
    recordedBy: video.ownerId,
    recordedAt: now(),
  })
