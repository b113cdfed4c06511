import db from '@adonisjs/lucid/services/db'
import Agency from '#app/accounts/agency'
import { lawRecord } from '#app/laws/law_record'
import Topic from '#app/topics/topic'
import { onlyListed } from '#app/videos/listed'
import type { SitemapPage } from './sitemap.js'
import { type SyndicatedVideo, syndicatedVideos } from './syndicated_videos.js'

const batch = 500

/** Every public page that is no video's. */
export async function sitemapPages(): Promise<SitemapPage[]> {
  const [topics, agencies, { laws }] = [
    await Topic.query().orderBy('id'),
    await Agency.query().orderBy('slug'),
    await lawRecord(),
  ]
  return [
    ...['/', '/chu-de', '/van-ban'].map((path) => ({ path })),
    ...topics.map(({ slug }) => ({ path: `/chu-de/${slug}` })),
    ...agencies.map(({ slug }) => ({ path: `/don-vi/${slug}` })),
    // Documents of which only the number is known say nothing that could be looked for
    ...laws.filter((law) => !law.isStub).map(({ slug }) => ({ path: `/van-ban/${slug}` })),
  ]
}

const listed = () => onlyListed(db.from('videos'))

export async function countListedVideos(): Promise<number> {
  const [row] = await listed().count('* as count')
  return Number(row.count)
}

/** The videos of one chunk, the oldest first, so that a chunk that is full stays as it is; read in batches. */
export async function* sitemapVideos(chunk: number, size: number): AsyncGenerator<SyndicatedVideo[]> {
  const from = (chunk - 1) * size
  for (let offset = from; offset < from + size; offset += batch) {
    const rows: { id: string }[] = await listed()
      .select('videos.id')
      .orderBy('videos.published_at')
      .orderBy('videos.id')
      .offset(offset)
      .limit(Math.min(batch, from + size - offset))
    if (rows.length === 0) return
    yield await syndicatedVideos(
      rows.map(({ id }) => id),
      'vi'
    )
  }
}
