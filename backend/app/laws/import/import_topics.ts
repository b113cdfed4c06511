import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import Subtopic from '#app/topics/subtopic'
import Topic from '#app/topics/topic'
import type { SubtopicRow, TopicRow } from './read_topics.js'
import { newTally, type Tally } from './tally.js'

/** The 45 topics and their sub-topics as the tables have them. */
export async function importTopics(
  topics: TopicRow[],
  subtopics: SubtopicRow[],
  trx: TransactionClientContract
): Promise<Tally> {
  const tally = newTally()
  const known = new Map((await Topic.query({ client: trx })).map((topic) => [topic.id, topic]))
  for (const row of topics) {
    const topic = known.get(row.no) ?? new Topic()
    topic.merge({
      id: row.no,
      slug: row.slug,
      name: row.nameVi,
      nameEn: row.nameEn,
      officialUuid: row.phapdienUuid ?? '',
    })
    await save(topic, tally, trx)
  }
  await importSubtopics(topics, subtopics, tally, trx)
  return tally
}

async function importSubtopics(
  topics: TopicRow[],
  rows: SubtopicRow[],
  tally: Tally,
  trx: TransactionClientContract
) {
  const key = (topicId: number, name: string) => `${topicId}|${name}`
  const stored = await Subtopic.query({ client: trx })
  const known = new Map(stored.map((one) => [key(one.topicId, one.name), one]))
  const topicIds = new Map(topics.map((topic) => [topic.slug, topic.no]))
  for (const [index, row] of rows.entries()) {
    const topicId = topicIds.get(row.topicSlug)!
    const subtopic = known.get(key(topicId, row.nameVi)) ?? new Subtopic()
    const skitThemes = row.themes.join(', ')
    subtopic.merge({ topicId, position: index + 1, name: row.nameVi, nameEn: row.nameEn, skitThemes })
    await save(subtopic, tally, trx)
  }
}

async function save(row: Topic | Subtopic, tally: Tally, trx: TransactionClientContract) {
  if (!row.$isPersisted) tally.added++
  else if (row.$isDirty) tally.changed++
  else return void tally.same++
  await row.useTransaction(trx).save()
}
