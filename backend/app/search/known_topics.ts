import Topic from '#app/topics/topic'

const keptMs = 60_000
let kept: { topics: Topic[]; untilMs: number } | undefined

/** All topics with their sub-topics, in the official order. They change with an import only: read once a minute. */
export async function knownTopics(): Promise<Topic[]> {
  if (!kept || kept.untilMs < Date.now()) {
    kept = {
      topics: await Topic.query().preload('subtopics').orderBy('id'),
      untilMs: Date.now() + keptMs,
    }
  }
  return kept.topics
}
