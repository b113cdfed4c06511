import { DateTime } from 'luxon'
import Consent, { type PersonShown } from '#app/review/consent'
import type Video from '#app/videos/video'

/** Consent for the current revision: nobody can be recognised, unless people are given. */
export const givenConsent = (video: Video, people: PersonShown[] = []) =>
  Consent.create({
    videoId: video.id,
    revisionId: video.currentRevisionId,
    nobodyIdentifiable: people.length === 0,
    people,
    recordedBy: video.ownerId,
    recordedAt: DateTime.utc(),
  })
