import { siteOrigin } from '#app/core/site_origin'
import env from '#start/env'

interface Tree {
  id: string
  videoId: string
}

/**
 * The absolute address of one file of a revision's tree. Public trees are served to everybody (by MEDIA_URL where there
 * is one); the others by a route that asks for the caller's cookie or token each time.
 */
export function mediaUrl(revision: Tree, name: string, { isPublic }: { isPublic: boolean }): string {
  const path = `videos/${revision.videoId}/${revision.id}/${name}`
  if (!isPublic) {
    return `${siteOrigin()}/api/v1/videos/${revision.videoId}/media/${revision.id}/${name}`
  }
  const mediaHost = env.get('MEDIA_URL')
  return mediaHost ? `${mediaHost.replace(/\/$/, '')}/${path}` : `${siteOrigin()}/media/${path}`
}
