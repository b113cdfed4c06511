import type Video from '#app/videos/video'
import Consent from './consent.js'

/**
 * The agreement for the revision that is (or would be) shown. One that was recorded before the first file arrived holds
 * for that file; a replacement asks again.
 */
export async function latestConsent(video: Video): Promise<Consent | null> {
  const revisionId = video.pendingRevisionId ?? video.currentRevisionId
  const newest = () => Consent.query().where('videoId', video.id).orderBy('recordedAt', 'desc').orderBy('id')
  const own = revisionId ? await newest().where('revisionId', revisionId).first() : null
  if (own) return own
  const isFirst = !video.pendingRevisionId && !(await newest().whereNotNull('revisionId').first())
  return isFirst ? newest().whereNull('revisionId').first() : null
}
