import { xml, xmlDocument, type Markup } from './markup.js'
import type { Feed } from './feed.js'
import type { SyndicatedVideo } from './syndicated_videos.js'

const namespaces = {
  'xmlns:atom': 'http://www.w3.org/2005/Atom',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:media': 'http://search.yahoo.com/mrss/',
}

/** RSS 2.0 with Media RSS 1.5.1. */
export function rssOf(feed: Feed): string {
  return xmlDocument(
    xml(
      'rss',
      { version: '2.0', ...namespaces },
      xml(
        'channel',
        {},
        xml('title', {}, feed.title),
        xml('link', {}, feed.url),
        xml('description', {}, feed.description),
        xml('language', {}, feed.language),
        feed.updatedAt && xml('lastBuildDate', {}, feed.updatedAt.toUTCString()),
        xml('atom:link', { rel: 'self', type: 'application/rss+xml', href: feed.rssUrl }),
        xml(
          'image',
          {},
          xml('url', {}, feed.iconUrl),
          xml('title', {}, feed.title),
          xml('link', {}, feed.url)
        ),
        feed.videos.map(item)
      )
    )
  )
}

function item(video: SyndicatedVideo): Markup {
  return xml(
    'item',
    {},
    xml('title', {}, video.title),
    xml('link', {}, video.url),
    // An address could change with a title; the id never does
    xml('guid', { isPermaLink: 'false' }, video.id),
    xml('pubDate', {}, new Date(video.publishedAt!).toUTCString()),
    xml('description', {}, video.description || video.title),
    video.agency && xml('dc:creator', {}, video.agency.name),
    video.topics.map(({ name }) => xml('category', {}, name)),
    video.laws.map(({ number }) => xml('category', { domain: 'law' }, number)),
    media(video)
  )
}

/** The same skit twice, for clients to choose: a file to keep, and a stream. */
function media(video: SyndicatedVideo): Markup {
  const { width, height, durationSeconds } = video
  const duration = durationSeconds === null ? null : Math.round(durationSeconds)
  const content = (url: string, type: string, isDefault: boolean) =>
    xml('media:content', {
      url,
      type,
      medium: 'video',
      duration,
      width,
      height,
      isDefault: String(isDefault),
    })
  return xml(
    'media:group',
    {},
    video.downloadUrl && content(video.downloadUrl, 'video/mp4', true),
    video.hlsUrl && content(video.hlsUrl, 'application/vnd.apple.mpegurl', !video.downloadUrl),
    xml('media:title', { type: 'plain' }, video.title),
    xml('media:description', { type: 'plain' }, video.description || video.title),
    video.posterUrl && xml('media:thumbnail', { url: video.posterUrl }),
    xml('media:player', { url: video.embedUrl, width, height })
  )
}
