import limiter from '@adonisjs/limiter/services/main'
import { notFound } from '#app/core/hub_error'
import Video from '#app/videos/video'

/** More than a classroom behind one address watches of one video in that time. */
const mostPerAddress = { requests: 120, duration: '10 minutes' }

/**
 * The published video whose viewing is to be counted; a 404 for any other. The address is only compared, in memory, with
 * those of the last minutes, so that nobody counts a video up by calling again and again; it is not kept.
 */
export async function countedVideo(idOrSlug: string, what: string, address: string): Promise<Video> {
  const byIdOrSlug = Video.query().where(
    (video) => void video.where('id', idOrSlug).orWhere('slug', idOrSlug)
  )
  const video = await byIdOrSlug.where('status', 'published').preload('currentRevision').first()
  if (!video) throw notFound()
  await limiter.use('memory', mostPerAddress).consume(`${what}:${video.id}:${address}`)
  return video
}
