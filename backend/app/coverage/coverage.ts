import { notFound } from '#app/core/hub_error'
import { todayInVietnam, type LegalDay } from '#app/core/legal_day'
import type Law from '#app/laws/law'
import { lawRecord, type LawRecord } from '#app/laws/law_record'
import { lawMention } from '#app/laws/law_view'
import Topic from '#app/topics/topic'
import { topicMention } from '#app/topics/topic_view'
import { countCells, countCellsOf, countTopics, type Cell } from './cells.js'
import { lawGaps } from './law_gaps.js'
import { taughtVideos } from './outdated_videos.js'
import { searchesByTopic } from './searches_by_topic.js'

/** What is taught to whom and what is not; of one law's videos where its id, slug or number is given. */
export async function coverage(lawKey: string | undefined, language: string) {
  const [record, day] = [await lawRecord(), todayInVietnam()]
  const law = lawKey ? record.find(lawKey) : undefined
  if (lawKey && !law) throw notFound()
  const topics = await Topic.query().preload('subtopics').orderBy('id')
  const taught = await taughtVideos(record, day)
  const board = {
    all: byTopic(await countCells(law?.id ?? null)),
    outdated: byTopic(await countCellsOf(taught.outdated, law?.id ?? null)),
    totals: await countTopics(law?.id ?? null),
  }
  const searches = await searchesByTopic(topics)
  const gaps = lawGaps(record, taught, day)
  const slugs = new Map(topics.map(({ id, slug }) => [id, slug]))
  const views = (laws: Law[]) =>
    laws.map((one) => gapView(one, { record, day, slugs }, taught.byLaw.get(one.id)?.videos.size ?? 0))
  return {
    asOf: day,
    law: law ? lawMention(law, record, day) : null,
    topics: topics.map((topic) => ({
      ...topicMention(topic, language),
      number: topic.id,
      videoCount: board.totals.get(topic.id) ?? 0,
      cells: (board.all.get(topic.id) ?? []).map(({ audience, videoCount }) => ({
        audience,
        videoCount,
        outdatedCount: countIn(board.outdated.get(topic.id), audience),
      })),
      searches: searches.get(topic.slug) ?? [],
    })),
    otherSearches: searches.get(null) ?? [],
    laws: { untaught: views(gaps.untaught), outdated: views(gaps.outdated), coming: views(gaps.coming) },
  }
}

const byTopic = (cells: Cell[]) => Map.groupBy(cells, ({ topicId }) => topicId)

/** Those counted in several rounds are added up. */
const countIn = (cells: Cell[] | undefined, audience: string | null) =>
  (cells ?? []).reduce((sum, cell) => sum + (cell.audience === audience ? cell.videoCount : 0), 0)

interface Seen {
  record: LawRecord
  day: LegalDay
  slugs: Map<number, string>
}

const gapView = (law: Law, { record, day, slugs }: Seen, videoCount: number) => ({
  ...lawMention(law, record, day),
  kind: law.kind,
  effectiveOn: law.effectiveOn,
  topic: slugs.get(law.topicId ?? 0) ?? null,
  videoCount,
})
