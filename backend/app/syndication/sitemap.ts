import { siteOrigin } from '#app/core/site_origin'
import { type Markup, xml } from './markup.js'
import type { SyndicatedVideo } from './syndicated_videos.js'

/** Of the protocol; a sitemap with more addresses is refused (sitemaps.org: 50,000, and 50 MB). */
export const sitemapChunk = 10_000

const namespaces = [
  'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"',
  'xmlns:xhtml="http://www.w3.org/1999/xhtml"',
  'xmlns:video="http://www.google.com/schemas/sitemap-video/1.1"',
].join(' ')

export const urlset = {
  start: `<?xml version="1.0" encoding="UTF-8"?>\n<urlset ${namespaces}>\n`,
  end: '</urlset>\n',
}

export interface SitemapPage {
  path: string
  changedAt?: Date | null
}

/** A page in each of its languages: Vietnamese at the address itself, English with `?lang=en`. */
export function pageEntry({ path, changedAt }: SitemapPage, ...more: Markup[]): Markup {
  const url = siteOrigin() + path
  const alternate = (hreflang: string, href: string) =>
    xml('xhtml:link', { rel: 'alternate', hreflang, href })
  return xml(
    'url',
    {},
    xml('loc', {}, url),
    changedAt && xml('lastmod', {}, changedAt.toISOString()),
    alternate('vi', url),
    alternate('en', `${url}?lang=en`),
    alternate('x-default', url),
    more
  )
}

export function videoEntry(video: SyndicatedVideo): Markup {
  const page = { path: new URL(video.url).pathname, changedAt: video.updatedAt }
  return pageEntry(page, ...(video.posterUrl ? [videoElement(video, video.posterUrl)] : []))
}

/** Google's video extension; it takes no video without a picture. */
function videoElement(video: SyndicatedVideo, thumbnail: string): Markup {
  const duration = Math.round(video.durationSeconds ?? 0)
  return xml(
    'video:video',
    {},
    xml('video:thumbnail_loc', {}, thumbnail),
    xml('video:title', {}, video.title.slice(0, 100)),
    xml('video:description', {}, (video.description || video.title).slice(0, 2048)),
    video.downloadUrl && xml('video:content_loc', {}, video.downloadUrl),
    xml('video:player_loc', {}, video.embedUrl),
    // 1 to 28,800 seconds, says the extension
    duration >= 1 && duration <= 28_800 && xml('video:duration', {}, duration),
    xml('video:publication_date', {}, video.publishedAt),
    xml('video:family_friendly', {}, 'yes'),
    video.agency && xml('video:uploader', {}, video.agency.name),
    video.topics.slice(0, 32).map(({ name }) => xml('video:tag', {}, name))
  )
}

export const sitemapIndex = (locations: string[]) =>
  xml(
    'sitemapindex',
    { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' },
    locations.map((location) => xml('sitemap', {}, xml('loc', {}, location)))
  )
