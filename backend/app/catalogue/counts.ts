import db from '@adonisjs/lucid/services/db'
import { onlyListed } from '#app/videos/listed'

/** Listed videos by law. */
export async function videoCountsByLaw(): Promise<Map<string, number>> {
  const rows = await onlyListed(db.from('tags').join('videos', 'videos.id', 'tags.video_id'))
    .groupBy('tags.law_id')
    .select('tags.law_id as id')
    .countDistinct('tags.video_id as count')
  return new Map(rows.map(({ id, count }) => [id, Number(count)]))
}

/** Listed videos by topic. */
export async function videoCountsByTopic(): Promise<Map<number, number>> {
  const rows = await onlyListed(db.from('video_topics').join('videos', 'videos.id', 'video_topics.video_id'))
    .groupBy('video_topics.topic_id')
    .select('video_topics.topic_id as id')
    .count('* as count')
  return new Map(rows.map(({ id, count }) => [id, Number(count)]))
}
