import { siteOrigin } from '#app/core/site_origin'
import { type ListedVideo, listedViews } from '#app/catalogue/listed_view'
import { playbackView } from '#app/playback/playback_view'
import { readSiteSettings } from '#app/site/site_settings'
import { onlyListed } from '#app/videos/listed'
import type Revision from '#app/videos/revision'
import Video from '#app/videos/video'

/** A listed video as feeds and sitemaps tell of it: absolute addresses throughout. */
export interface SyndicatedVideo extends ListedVideo {
  description: string
  /** Its page. */
  url: string
  embedUrl: string
  hlsUrl: string | null
  /** The MP4. */
  downloadUrl: string | null
  width: number | null
  height: number | null
  updatedAt: Date
}

/**
 * Those of the ids that are listed (published, and not history), in their order. What was taken back between the asking
 * for ids and this is not among them.
 */
export async function syndicatedVideos(ids: string[], language: string): Promise<SyndicatedVideo[]> {
  if (ids.length === 0) return []
  const rows = await onlyListed(Video.query()).whereIn('videos.id', ids).preload('currentRevision')
  const byId = new Map(rows.map((video) => [video.id, video]))
  const views = await listedViews(ids, language)
  const { downloads } = await readSiteSettings()
  return views.flatMap((view) => {
    const video = byId.get(view.id)
    return video ? [syndicated(video, view, downloads)] : []
  })
}

function syndicated(video: Video, view: ListedVideo, downloads: boolean): SyndicatedVideo {
  const revision = video.currentRevision as Revision | null
  const { hlsUrl, downloadUrl } = playbackView(video.id, revision, [], { isPublished: true, downloads })
  return {
    ...view,
    description: video.description,
    ...videoAddresses(video),
    hlsUrl,
    downloadUrl,
    width: revision?.width ?? null,
    height: revision?.height ?? null,
    updatedAt: video.updatedAt.toJSDate(),
  }
}

export const videoAddresses = ({ id, slug }: { id: string; slug: string }) => ({
  url: `${siteOrigin()}/video/${slug}`,
  embedUrl: `${siteOrigin()}/nhung/${id}`,
})
