import { notFound } from '#app/core/hub_error'
import { latestConsent } from '#app/review/latest_consent'
import { peopleOf, type KnownPerson } from '#app/review/people_shown'
import type Video from '#app/videos/video'

/** Somebody of the record that holds now; else a 404. */
export async function findPerson(video: Video, personId: string): Promise<KnownPerson> {
  const consent = await latestConsent(video)
  const person = consent && peopleOf(consent).find(({ id }) => id === personId)
  if (!person) throw notFound()
  return person
}
