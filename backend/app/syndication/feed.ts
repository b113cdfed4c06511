import type { HttpContext } from '@adonisjs/core/http'
import { siteOrigin } from '#app/core/site_origin'
import { type Collection, newestOf } from './collections.js'
import type { SyndicatedVideo } from './syndicated_videos.js'

const itemsPerFeed = 50

/** The newest of a collection, before it is written as RSS or JSON. */
export interface Feed {
  title: string
  description: string
  /** Of its own sentences: what the answer was asked for in. */
  language: string
  url: string
  rssUrl: string
  jsonUrl: string
  iconUrl: string
  updatedAt: Date | null
  videos: SyndicatedVideo[]
}

export async function feedOf(collection: Collection, ctx: Pick<HttpContext, 'i18n'>): Promise<Feed> {
  const { title, siteName, url, feedPath } = collection
  const videos = await newestOf(collection, itemsPerFeed, ctx)
  const times = videos.flatMap(({ publishedAt, updatedAt }) => [
    Date.parse(publishedAt ?? ''),
    updatedAt.getTime(),
  ])
  const latest = Math.max(...times.filter(Number.isFinite))
  return {
    title: title ? `${title} – ${siteName}` : siteName,
    description: title
      ? ctx.i18n.t('syndication.feedOn', { title })
      : ctx.i18n.t('syndication.feed', { siteName }),
    language: ctx.i18n.locale,
    url,
    rssUrl: `${siteOrigin()}${feedPath}/rss.xml`,
    jsonUrl: `${siteOrigin()}${feedPath}/feed.json`,
    iconUrl: `${siteOrigin()}/icons/icon-192.png`,
    updatedAt: Number.isFinite(latest) ? new Date(latest) : null,
    videos,
  }
}
