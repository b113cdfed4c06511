import { invalid } from '#app/core/hub_error'
import Topic from '#app/topics/topic'
import type Video from './video.js'

/** @returns the topics in their official order */
export async function replaceTopics(video: Video, slugs: string[]): Promise<Topic[]> {
  const topics = await Topic.query().whereIn('slug', slugs).orderBy('id')
  const unknown = slugs.find((slug) => !topics.some((topic) => topic.slug === slug))
  if (unknown) throw invalid('E_TOPIC_UNKNOWN', 'slugs', { slug: unknown })
  await video.related('topics').sync(topics.map((topic) => topic.id))
  return topics
}
