import type User from '#app/accounts/user'
import { checkAgency } from '#app/accounts/check_agency'
import { recordStep } from './review_record.js'
import Video, { type Audience } from './video.js'
import { videoSlug } from './video_slug.js'

export interface NewVideo {
  title: string
  description?: string | null
  agencyId?: string | null
  audiences?: Audience[]
}

/** A draft of the caller's, for their own agency unless another is named. */
export async function createVideo(owner: User, fields: NewVideo): Promise<Video> {
  const agencyId = fields.agencyId === undefined ? owner.agencyId : fields.agencyId
  await checkAgency(owner, agencyId)
  return Video.transaction(async (trx) => {
    const video = await Video.create(
      {
        title: fields.title,
        slug: videoSlug(fields.title),
        description: fields.description ?? '',
        audiences: fields.audiences ?? [],
        ownerId: owner.id,
        agencyId,
        status: 'draft',
        viewCount: 0,
        searchText: '',
      },
      { client: trx }
    )
    await recordStep(trx, { video, actor: owner, action: 'created', to: 'draft' })
    return video
  })
}
