import type { HttpContext } from '@adonisjs/core/http'
import { notFound } from '#app/core/hub_error'
import Video from './video.js'
import VideoPolicy from './video_policy.js'

/** The video by its id or slug, if the caller may see it; else a 404, which does not tell that it exists. */
export async function findVisibleVideo(
  { bouncer }: Pick<HttpContext, 'bouncer'>,
  idOrSlug: string
): Promise<Video> {
  const video = await Video.query().where('id', idOrSlug).orWhere('slug', idOrSlug).first()
  if (!video || (await bouncer.with(VideoPolicy).denies('view', video))) throw notFound()
  return video
}
