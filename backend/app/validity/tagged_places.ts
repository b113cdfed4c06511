import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { todayInVietnam, type LegalDay } from '#app/core/legal_day'
import Tag from '#app/tags/tag'
import Video from '#app/videos/video'
import type { VideoStatus } from '#app/videos/video_status'
import type { TaggedPlace } from './derive_tasks.js'
import type { VideoStanding } from './reconcile.js'

/** What viewers see or will see next: before that, the review itself looks at the law. */
export const watchedStatuses: VideoStatus[] = ['in_review', 'approved', 'published']

export interface Standings {
  places: TaggedPlace[]
  standingOf: (videoId: string) => VideoStanding
}

/** The tags on a law that somebody has to care about, and how the videos of its tasks stand. */
export async function taggedPlaces(
  lawId: string,
  taskVideoIds: string[],
  client: QueryClientContract
): Promise<Standings> {
  const tags = await Tag.query({ client }).where('lawId', lawId).orderBy('createdAt').orderBy('id')
  const ids = [...new Set([...tags.map(({ videoId }) => videoId), ...taskVideoIds])]
  const videos = new Map<string, VideoStanding>()
  for (let at = 0; at < ids.length; at += 500) {
    const found = await Video.query({ client })
      .whereIn('id', ids.slice(at, at + 500))
      .select('id', 'status', 'historicalSince')
    for (const video of found) videos.set(video.id, standing(video))
  }
  const standingOf = (id: string) => videos.get(id) ?? 'hidden'
  const places = tags.filter(({ videoId }) => standingOf(videoId) === 'shown').map(placeOf)
  return { places, standingOf }
}

function standing(video: Video): VideoStanding {
  if (!watchedStatuses.includes(video.status)) return 'hidden'
  return video.isHistorical ? 'historical' : 'shown'
}

export const placeOf = (tag: Tag): TaggedPlace => ({
  id: tag.id,
  videoId: tag.videoId,
  article: tag.article,
  clause: tag.clause,
  point: tag.point,
  role: tag.role,
  confirmedOn: confirmedOn(tag),
})

function confirmedOn({ asOf, confirmedAt }: Tag): LegalDay {
  const confirmed = confirmedAt ? todayInVietnam(confirmedAt.toJSDate()) : asOf
  return confirmed > asOf ? confirmed : asOf
}
