import { HubError } from '#app/core/hub_error'
import { addDays, type LegalDay } from '#app/core/legal_day'
import Consent from '#app/review/consent'
import { latestConsent } from '#app/review/latest_consent'
import { peopleOf, type KnownPerson } from '#app/review/people_shown'
import { hideVideo } from '#app/review/publish_video'
import Video from '#app/videos/video'

export interface TimedConsent {
  video: Video
  people: (KnownPerson & { until: LegalDay })[]
}

/** The videos that viewers see in which somebody's agreement ends on or before the day, with those people. */
export async function consentsEndingBy(day: LegalDay): Promise<TimedConsent[]> {
  const ends = (consent: Consent) =>
    peopleOf(consent).filter(
      (person): person is KnownPerson & { until: LegalDay } => Boolean(person.until) && person.until! <= day
    )
  const candidates = await Consent.query().whereIn(
    'videoId',
    Video.query().where('status', 'published').select('id')
  )
  const ids = [...new Set(candidates.filter((one) => ends(one).length).map(({ videoId }) => videoId))]
  const found: TimedConsent[] = []
  for (const video of await Video.query().whereIn('id', ids).orderBy('id')) {
    const consent = await latestConsent(video, video.currentRevisionId)
    const people = consent ? ends(consent) : []
    if (people.length) found.push({ video, people })
  }
  return found
}

/**
 * Takes down what may no longer be shown: on the day after the last on which somebody's agreement held. Repeating it
 * does nothing; several workers at once take each video down once.
 * @param say the reason for the record, by the people whose agreement has ended
 */
export async function endConsents(
  today: LegalDay,
  say: (people: TimedConsent['people']) => string
): Promise<number> {
  let taken = 0
  for (const { video, people } of await consentsEndingBy(addDays(today, -1))) {
    try {
      await hideVideo(video, 'withdraw', null, say(people))
      taken++
    } catch (error) {
      const isElsewhere =
        error instanceof HubError && ['E_VIDEO_CHANGED_MEANWHILE', 'E_STEP_NOT_ALLOWED'].includes(error.code)
      if (!isElsewhere) throw error
    }
  }
  return taken
}
