import { agencyMention } from '#app/accounts/agency_view'
import { todayInVietnam } from '#app/core/legal_day'
import { lawRecord } from '#app/laws/law_record'
import { lawMention } from '#app/laws/law_view'
import { mediaUrl } from '#app/playback/media_url'
import Tag from '#app/tags/tag'
import { topicMention } from '#app/topics/topic_view'
import type Revision from '#app/videos/revision'
import Video from '#app/videos/video'

/** Videos as every list shows them, in the order of the ids, in a number of queries that does not grow with them. */
export async function listedViews(ids: string[], language: string) {
  if (!ids.length) return []
  const videos = await Video.query()
    .whereIn('id', ids)
    .preload('agency')
    .preload('currentRevision')
    .preload('topics', (topics) => void topics.orderBy('topics.id'))
  const byId = new Map(videos.map((video) => [video.id, video]))
  const laws = await lawsOfVideos(ids)
  return ids.flatMap((id) => {
    const video = byId.get(id)
    return video ? [listedView(video, laws.get(id) ?? [], language)] : []
  })
}

export type ListedVideo = Awaited<ReturnType<typeof listedViews>>[number]

function listedView(video: Video, laws: ReturnType<typeof lawMention>[], language: string) {
  const revision = video.currentRevision as Revision | null
  return {
    id: video.id,
    slug: video.slug,
    title: video.title,
    posterUrl: posterUrl(revision),
    durationSeconds: revision?.durationSeconds ?? null,
    orientation: revision?.orientation ?? null,
    agency: video.agency && agencyMention(video.agency),
    publishedAt: video.publishedAt?.toISO() ?? null,
    topics: video.topics.map((topic) => topicMention(topic, language)),
    laws,
  }
}

export function posterUrl(revision: Revision | null): string | null {
  const poster = revision?.files?.poster
  return poster ? mediaUrl(revision, poster, { isPublic: revision.isPublic }) : null
}

async function lawsOfVideos(ids: string[]) {
  const rows = await Tag.query()
    .whereIn('videoId', ids)
    .select('videoId', 'lawId')
    .orderBy('createdAt')
    .orderBy('id')
  const record = await lawRecord()
  const day = todayInVietnam()
  const byVideo = new Map<string, Map<string, ReturnType<typeof lawMention>>>()
  for (const { videoId, lawId } of rows) {
    const laws = byVideo.get(videoId) ?? new Map()
    const law = record.byId.get(lawId)
    if (law && !laws.has(lawId)) laws.set(lawId, lawMention(law, record, day))
    byVideo.set(videoId, laws)
  }
  return new Map([...byVideo].map(([id, laws]) => [id, [...laws.values()]]))
}
