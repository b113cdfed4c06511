import db from '@adonisjs/lucid/services/db'

/** Published videos by law. */
export async function videoCountsByLaw(): Promise<Map<string, number>> {
  const rows = await db
    .from('tags')
    .join('videos', 'videos.id', 'tags.video_id')
    .where('videos.status', 'published')
    .groupBy('tags.law_id')
    .select('tags.law_id as id')
    .countDistinct('tags.video_id as count')
  return new Map(rows.map(({ id, count }) => [id, Number(count)]))
}

/** Published videos by topic. */
export async function videoCountsByTopic(): Promise<Map<number, number>> {
  const rows = await db
    .from('video_topics')
    .join('videos', 'videos.id', 'video_topics.video_id')
    .where('videos.status', 'published')
    .groupBy('video_topics.topic_id')
    .select('video_topics.topic_id as id')
    .count('* as count')
  return new Map(rows.map(({ id, count }) => [id, Number(count)]))
}
