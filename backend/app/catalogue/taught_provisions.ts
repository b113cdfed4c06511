import type Law from '#app/laws/law'
import { citationText } from '#app/laws/citation_text'
import type { LawRecord } from '#app/laws/law_record'
import { compareProvisions, provisionPath } from '#app/laws/provision'
import Tag from '#app/tags/tag'
import Video from '#app/videos/video'
import { posterUrl } from './listed_view.js'

/**
 * The provisions of a law that published videos are tied to, in the order of the law, with the videos and seconds; and,
 * apart from them, the moments of videos that are kept as history.
 */
export async function taughtProvisions(law: Law, record: LawRecord) {
  const tags = await Tag.query().where('lawId', law.id).orderBy('start_seconds').orderBy('id')
  const videos = await publishedVideos(tags.map((tag) => tag.videoId))
  const isHistory = ({ videoId }: Tag) => videos.get(videoId)!.isHistorical
  const shown = tags.filter(({ videoId }) => videos.has(videoId))
  return {
    provisions: inOrder(shown.filter((tag) => !isHistory(tag))).map(([path, [first, ...others]]) => ({
      article: first!.article,
      clause: first!.clause,
      point: first!.point,
      path,
      citation: citationText(law, first!, record),
      moments: [first!, ...others].map((tag) => moment(tag, videos.get(tag.videoId)!)),
    })),
    history: inOrder(shown.filter(isHistory)).flatMap(([, own]) =>
      own.map((tag) => ({
        ...moment(tag, videos.get(tag.videoId)!),
        citation: citationText(law, tag, record),
      }))
    ),
  }
}

function inOrder(tags: Tag[]): [string, Tag[]][] {
  const byPath = new Map<string, Tag[]>()
  for (const tag of tags) {
    const path = provisionPath(tag)
    byPath.set(path, [...(byPath.get(path) ?? []), tag])
  }
  return [...byPath].sort(([, [a]], [, [b]]) => compareProvisions(a!, b!))
}

const moment = (tag: Tag, video: Video) => ({
  video: mention(video),
  startSeconds: tag.startSeconds,
  endSeconds: tag.endSeconds,
  role: tag.role,
})

async function publishedVideos(ids: string[]) {
  const videos = await Video.query()
    .whereIn('id', [...new Set(ids)])
    .where('status', 'published')
    .preload('currentRevision')
  return new Map(videos.map((video) => [video.id, video]))
}

function mention({ id, slug, title, currentRevision: revision }: Video) {
  return {
    id,
    slug,
    title,
    posterUrl: posterUrl(revision),
    durationSeconds: revision?.durationSeconds ?? null,
  }
}
