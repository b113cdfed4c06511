import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import Question from './question.js'

export interface AskedText {
  text: string
  answer: string
  atSeconds: number | null
}

/** What is asked and answered under each video for everybody to read: what a search may find. */
export async function askedTexts(
  videoIds: string[],
  client?: QueryClientContract
): Promise<Map<string, AskedText[]>> {
  const byVideo = new Map<string, AskedText[]>(videoIds.map((id) => [id, []]))
  if (!videoIds.length) return byVideo
  const questions = await Question.query({ client })
    .whereIn('videoId', videoIds)
    .where('state', 'published')
    .orderBy('publishedAt', 'desc')
  for (const { videoId, text, answer, atSeconds } of questions) {
    byVideo.get(videoId)?.push({ text, answer: answer ?? '', atSeconds })
  }
  return byVideo
}
