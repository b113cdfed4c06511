import type Law from '#app/laws/law'
import { compareProvisions, provisionText } from '#app/laws/provision'
import Tag from '#app/tags/tag'
import Video from '#app/videos/video'

const most = 50

/** Published videos that cite the document, the newest first, with the provisions; all are counted. */
export async function citingVideos(law: Law) {
  const tags = await Tag.query().where('lawId', law.id)
  const ids = Tag.query().where('lawId', law.id).select('videoId')
  const videos = Video.query().whereIn('id', ids).where('status', 'published')
  const found = await videos.orderBy('publishedAt', 'desc').orderBy('id')
  return {
    citingCount: found.length,
    citing: found.slice(0, most).map(({ id, slug, title }) => ({
      id,
      slug,
      title,
      provisions: [
        ...new Set(
          tags
            .filter(({ videoId }) => videoId === id)
            .sort(compareProvisions)
            .map(provisionText)
            .filter(Boolean)
        ),
      ],
    })),
  }
}
