import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import db from '@adonisjs/lucid/services/db'
import { citationText } from '#app/laws/citation_text'
import { lawRecord } from '#app/laws/law_record'
import { readCaptions } from '#app/captions/read_captions'
import { askedTexts } from '#app/questions/asked_texts'
import Tag from '#app/tags/tag'
import type Revision from '#app/videos/revision'
import Video from '#app/videos/video'
import { entryTerms, facetTermsOf } from './entry_terms.js'
import { searchIndex } from './search_index.js'
import { searchFields, type SearchField } from './search_fields.js'
import { exactText, foldedText, searchUnits } from './search_units.js'

/**
 * Brings what searching knows of a video up to date: its texts, captions, topics and laws. Safe to repeat, for videos in
 * any state: only published ones are found. Give the client of an open transaction, if there is one.
 */
export async function indexVideo(
  videoId: string,
  client: QueryClientContract = db.connection()
): Promise<void> {
  const video = await Video.query({ client })
    .where('id', videoId)
    .preload('topics')
    .preload('captionTracks')
    .preload('currentRevision')
    .first()
  if (!video) return
  const tags = await Tag.query({ client }).where('videoId', videoId)
  const texts = await textsOf(video, tags, client)
  const row: Record<string, string> = { video_id: videoId }
  for (const field of searchFields) {
    const units = searchUnits(texts[field])
    row[field] = foldedText(units)
    row[`${field}_exact`] = exactText(units)
  }
  const searchText = [row.title, row.description, row.captions].join(' ')
  await client.transaction(async (trx) => {
    await trx.insertQuery().table('search_documents').knexQuery.insert(row).onConflict('video_id').merge()
    await trx.from('videos').where('id', videoId).update({ search_text: searchText })
    await putEntry(video, tags, row, trx)
  })
}

async function putEntry(video: Video, tags: Tag[], row: Record<string, string>, client: QueryClientContract) {
  const facets = facetTermsOf(
    {
      topicIds: video.topics.map(({ id }) => id),
      agencyId: video.agencyId,
      audiences: video.audiences,
      revision: video.currentRevision as Revision | null,
    },
    tags
  )
  const entry = {
    video_id: video.id,
    title: row.title!,
    title_exact: row.title_exact!,
    facets: facets.join(' '),
  }
  await client.insertQuery().table('search_entries').knexQuery.insert(entry).onConflict('video_id').merge()
  const { id } = await client.from('search_entries').where('video_id', video.id).select('id').firstOrFail()
  const { words, marks } = entryTerms(searchFields, row, tags, facets)
  await searchIndex(client).put(id, words, marks)
}

export async function unindexVideo(
  videoId: string,
  client: QueryClientContract = db.connection()
): Promise<void> {
  await client.from('search_documents').where('video_id', videoId).delete()
  await client.from('search_entries').where('video_id', videoId).delete()
}

async function textsOf(
  video: Video,
  tags: Tag[],
  client: QueryClientContract
): Promise<Record<SearchField, string>> {
  return {
    title: video.title,
    description: video.description,
    topics: video.topics.map((topic) => `${topic.name} · ${topic.nameEn}`).join(' · '),
    laws: await lawTexts(tags, client),
    // What is said in the video, and what is asked and answered under it
    captions: [
      ...(await Promise.all(video.captionTracks.map(({ webVtt }) => spokenText(webVtt)))),
      ...(await askedTexts([video.id], client))
        .get(video.id)!
        .map(({ text, answer }) => `${text}\n${answer}`),
    ].join('\n'),
  }
}

const spokenText = async (webVtt: string) => (await readCaptions(webVtt)).map(({ text }) => text).join('\n')

/** Each tie as it is cited, with the number: both are what people type. */
async function lawTexts(tags: Tag[], client: QueryClientContract) {
  const record = await lawRecord(client)
  const texts = tags.map((tag) => {
    const law = record.byId.get(tag.lawId)!
    return `${citationText(law, tag, record)} · ${law.title} · ${law.number}`
  })
  return [...new Set(texts)].join(' · ')
}
