import db from '@adonisjs/lucid/services/db'
import queue from '#app/jobs/service'
import { readSiteSettings } from '#app/site/site_settings'
import Revision from '#app/videos/revision'
import Video from '#app/videos/video'

export const av1Job = 'av1'

export interface Av1Payload {
  revisionId: string
}

/** After the publication, where the office wants it: the pictures once more in AV1, when nothing else is to be done. */
export async function offerAv1(videoId: string): Promise<void> {
  const { av1 } = await readSiteSettings()
  if (!av1) return
  await db.transaction(async (trx) => {
    const video = await Video.find(videoId, { client: trx })
    const revision = video?.currentRevisionId
      ? await Revision.find(video.currentRevisionId, { client: trx })
      : null
    // A skit of sound alone has no pictures, and a tree keeps its AV1 over a withdrawal
    if (!revision?.isPublic || !revision.orientation || revision.files?.av1) return
    await queue.push<Av1Payload>(
      { name: av1Job, payload: { revisionId: revision.id }, fairnessKey: 'av1' },
      trx
    )
  })
}
