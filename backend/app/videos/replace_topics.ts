import { invalid } from '#app/core/hub_error'
import Topic from '#app/topics/topic'
import type Video from './video.js'

export async function replaceTopics(video: Video, slugs: string[]): Promise<void> {
  const topics = await Topic.query().whereIn('slug', slugs)
  const unknown = slugs.find((slug) => !topics.some((topic) => topic.slug === slug))
  if (unknown) throw invalid('E_TOPIC_UNKNOWN', 'slugs', { slug: unknown })
  await video.related('topics').sync(topics.map((topic) => topic.id))
}
