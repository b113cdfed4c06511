import ValidityTask from './validity_task.js'
import ValidityDecision, { standing } from './validity_decision.js'

export interface TagDecision {
  decision: ValidityDecision['decision']
  note: string | null
  decidedAt: string
}

/** What holds for a tag and a cause, by `decisionKey`; two queries for all of the videos. */
export type StandingDecisions = ReadonlyMap<string, TagDecision>

export const decisionKey = (lawId: string, causeKey: string, tagId: string) => `${lawId}|${causeKey}|${tagId}`

export async function standingDecisions(videoIds: string[]): Promise<StandingDecisions> {
  const decisions = new Map<string, TagDecision>()
  if (!videoIds.length) return decisions
  const tasks = await ValidityTask.query().whereIn('videoId', videoIds).preload('decisions')
  for (const { lawId, causeKey, decisions: own } of tasks) {
    for (const { decision, note, decidedAt, tagIds } of standing(own)) {
      const held = { decision, note, decidedAt: decidedAt.toISO()! }
      for (const tagId of tagIds) decisions.set(decisionKey(lawId, causeKey, tagId), held)
    }
  }
  return decisions
}
