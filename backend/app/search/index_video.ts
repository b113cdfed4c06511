import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import db from '@adonisjs/lucid/services/db'
import { citationText } from '#app/laws/citation_text'
import { lawRecord } from '#app/laws/law_record'
import { readCaptions } from '#app/captions/read_captions'
import Tag from '#app/tags/tag'
import Video from '#app/videos/video'
import { exactText, foldedText, searchUnits } from './search_units.js'

export const searchFields = ['title', 'laws', 'topics', 'description', 'captions'] as const
export type SearchField = (typeof searchFields)[number]

/**
 * Brings what searching knows of a video up to date: its texts, captions, topics and laws. Safe to repeat, for videos in
 * any state: only published ones are found. Give the client of an open transaction, if there is one.
 */
export async function indexVideo(
  videoId: string,
  client: QueryClientContract = db.connection()
): Promise<void> {
  const texts = await textsOf(videoId, client)
  if (!texts) return
  const row: Record<string, string> = { video_id: videoId }
  for (const field of searchFields) {
    const units = searchUnits(texts[field])
    row[field] = foldedText(units)
    row[`${field}_exact`] = exactText(units)
  }
  await client.insertQuery().table('search_documents').knexQuery.insert(row).onConflict('video_id').merge()
  const searchText = [row.title, row.description, row.captions].join(' ')
  await client.from('videos').where('id', videoId).update({ search_text: searchText })
}

export async function unindexVideo(
  videoId: string,
  client: QueryClientContract = db.connection()
): Promise<void> {
  await client.from('search_documents').where('video_id', videoId).delete()
}

async function textsOf(
  videoId: string,
  client: QueryClientContract
): Promise<Record<SearchField, string> | null> {
  const video = await Video.query({ client })
    .where('id', videoId)
    .preload('topics')
    .preload('captionTracks')
    .first()
  if (!video) return null
  return {
    title: video.title,
    description: video.description,
    topics: video.topics.map((topic) => `${topic.name} · ${topic.nameEn}`).join(' · '),
    laws: await lawTexts(videoId, client),
    captions: (await Promise.all(video.captionTracks.map(({ webVtt }) => spokenText(webVtt)))).join('\n'),
  }
}

const spokenText = async (webVtt: string) => (await readCaptions(webVtt)).map(({ text }) => text).join('\n')

/** Each tie as it is cited, with the number: both are what people type. */
async function lawTexts(videoId: string, client: QueryClientContract) {
  const tags = await Tag.query({ client }).where('videoId', videoId)
  const record = await lawRecord(client)
  const texts = tags.map((tag) => {
    const law = record.byId.get(tag.lawId)!
    return `${citationText(law, tag, record)} · ${law.title} · ${law.number}`
  })
  return [...new Set(texts)].join(' · ')
}
