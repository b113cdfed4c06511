import type { Feed } from './feed.js'
import type { SyndicatedVideo } from './syndicated_videos.js'

/** JSON Feed 1.1 (jsonfeed.org). */
export const jsonFeedOf = (feed: Feed) => ({
  version: 'https://jsonfeed.org/version/1.1',
  title: feed.title,
  description: feed.description,
  home_page_url: feed.url,
  feed_url: feed.jsonUrl,
  icon: feed.iconUrl,
  language: feed.language,
  items: feed.videos.map(item),
})

function item(video: SyndicatedVideo) {
  const { durationSeconds } = video
  const attachment = (url: string, mime: string) => ({
    url,
    mime_type: mime,
    title: video.title,
    ...(durationSeconds === null ? {} : { duration_in_seconds: Math.round(durationSeconds) }),
  })
  return {
    id: video.id,
    url: video.url,
    title: video.title,
    content_text: video.description || video.title,
    image: video.posterUrl ?? undefined,
    date_published: video.publishedAt,
    date_modified: video.updatedAt.toISOString(),
    authors: video.agency ? [{ name: video.agency.name }] : undefined,
    tags: [...video.topics.map(({ name }) => name), ...video.laws.map(({ number }) => number)],
    attachments: [
      ...(video.downloadUrl ? [attachment(video.downloadUrl, 'video/mp4')] : []),
      ...(video.hlsUrl ? [attachment(video.hlsUrl, 'application/vnd.apple.mpegurl')] : []),
    ],
  }
}
