import Revision from '#app/videos/revision'
import type Video from '#app/videos/video'
import Consent from './consent.js'

/** The revision that consent is being asked for: the replacement, where one waits. */
export const revisionToConsent = (video: Video) => video.pendingRevisionId ?? video.currentRevisionId

/**
 * The agreement to what a revision shows. It may have been recorded before the file arrived, or for a file that could not
 * be made into a video; once something could be watched, each further file asks again.
 */
export async function latestConsent(
  video: Video,
  revisionId = revisionToConsent(video)
): Promise<Consent | null> {
  const consents = Consent.query().where('videoId', video.id).orderBy('recordedAt', 'desc').orderBy('id')
  const revision = revisionId ? await Revision.find(revisionId) : null
  if (!revision) return consents.first()
  const upToThis = Revision.query()
    .where('videoId', video.id)
    .where('number', '<=', revision.number)
    .select('id')
  const before = Revision.query().where('videoId', video.id).where('number', '<', revision.number)
  if (await before.whereNotNull('completedAt').first())
    return consents.where('revisionId', revision.id).first()
  return consents
    .where((early) => void early.whereNull('revisionId').orWhereIn('revisionId', upToThis))
    .first()
}
