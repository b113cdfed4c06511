import Agency from '#app/accounts/agency'
import { lawRecord } from '#app/laws/law_record'
import Topic from '#app/topics/topic'
import { topicMention } from '#app/topics/topic_view'
import Video from '#app/videos/video'
import { countRows, type Grouping } from './count_rows.js'
import type { Period } from './period.js'
import type { Scope } from './scope.js'

interface Named {
  name: string
  slug: string | null
}

export interface StatisticsRow extends Named {
  id: string | null
  videoCount: number
  publishedCount: number
  views: number
  watchedSeconds: number
}

/** The rows with their names; months in order, all others by views. */
export async function statisticsRows(
  by: Grouping,
  period: Period,
  scope: Scope,
  language: string
): Promise<StatisticsRow[]> {
  const counted = await countRows(by, period, scope)
  const names = await namesOf(
    by,
    counted.flatMap(({ key }) => key ?? []),
    language
  )
  const rows = counted.map(({ key, ...counts }) => ({
    id: key,
    ...(names.get(key ?? '') ?? { name: key ?? '', slug: null }),
    ...counts,
  }))
  const alphabet = new Intl.Collator('vi', { numeric: true })
  if (by === 'month') return rows.sort((a, b) => a.name.localeCompare(b.name))
  return rows.sort(
    (a, b) => b.views - a.views || b.publishedCount - a.publishedCount || alphabet.compare(a.name, b.name)
  )
}

async function namesOf(by: Grouping, ids: string[], language: string): Promise<Map<string, Named>> {
  if (by === 'month' || !ids.length) return new Map()
  if (by === 'law') {
    const { byId } = await lawRecord()
    const laws = ids.flatMap((id) => byId.get(id) ?? [])
    return new Map(laws.map(({ id, title, number, slug }) => [id, { name: `${title} (${number})`, slug }]))
  }
  if (by === 'topic') {
    const topics = await Topic.all()
    return new Map(topics.map((topic) => [String(topic.id), topicMention(topic, language)]))
  }
  if (by === 'agency') return new Map((await Agency.all()).map(({ id, name, slug }) => [id, { name, slug }]))
  const named = new Map<string, Named>()
  for (let at = 0; at < ids.length; at += 500) {
    const videos = await Video.query()
      .whereIn('id', ids.slice(at, at + 500))
      .select('id', 'title', 'slug')
    for (const { id, title, slug } of videos) named.set(id, { name: title, slug })
  }
  return named
}
