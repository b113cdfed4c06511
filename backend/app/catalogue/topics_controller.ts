import type { HttpContext } from '@adonisjs/core/http'
import { data, paged } from '#app/core/answers'
import { notFound } from '#app/core/hub_error'
import { todayInVietnam } from '#app/core/legal_day'
import { lawRecord, type LawRecord } from '#app/laws/law_record'
import { lawMention } from '#app/laws/law_view'
import Topic from '#app/topics/topic'
import { topicView } from '#app/topics/topic_view'
import { videoCountsByTopic } from './counts.js'

const inForce = ['con_hieu_luc', 'het_hieu_luc_mot_phan', 'ngung_hieu_luc_mot_phan']

export default class TopicsController {
  /** All of them, in the official order, on one page. */
  async index({ i18n }: HttpContext) {
    const topics = await topicsInOrder()
    const [videos, record] = [await videoCountsByTopic(), await lawRecord()]
    const items = topics.map((topic) => topicView(topic, countsOf(topic, videos, record), i18n.locale))
    return paged({ items, total: items.length, page: 1, perPage: Math.max(items.length, 1) })
  }

  async show({ params, i18n }: HttpContext) {
    const topic = await topicsInOrder().where('slug', params.slug).first()
    if (!topic) throw notFound()
    const [videos, record] = [await videoCountsByTopic(), await lawRecord()]
    const day = todayInVietnam()
    const laws = record.laws
      .filter((law) => law.topicId === topic.id && inForce.includes(record.statusOn(law, day).status))
      .sort((a, b) => (b.effectiveOn ?? '').localeCompare(a.effectiveOn ?? ''))
      .map((law) => lawMention(law, record, day))
    return data({ ...topicView(topic, countsOf(topic, videos, record), i18n.locale), laws })
  }
}

const topicsInOrder = () =>
  Topic.query()
    .orderBy('id')
    .preload('subtopics', (subtopics) => void subtopics.orderBy('position'))

const countsOf = (topic: Topic, videos: Map<number, number>, record: LawRecord) => ({
  videoCount: videos.get(topic.id) ?? 0,
  lawCount: record.laws.filter((law) => law.topicId === topic.id).length,
})
