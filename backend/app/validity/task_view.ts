import type { I18n } from '@adonisjs/i18n'
import type User from '#app/accounts/user'
import { todayInVietnam, type LegalDay } from '#app/core/legal_day'
import { citationText } from '#app/laws/citation_text'
import { lawRecord, type LawRecord } from '#app/laws/law_record'
import { lawMention } from '#app/laws/law_view'
import VideoPolicy from '#app/videos/video_policy'
import { isAboutDocument } from './cause.js'
import { causeSentence } from './cause_sentence.js'
import { fits } from './decide.js'
import { decisionView } from './decision_view.js'
import { keptTask } from './review_law.js'
import { pendingTagIds } from './reconcile.js'
import { taskFacts, type TaskFacts } from './task_facts.js'
import { decisionNames, standing } from './validity_decision.js'
import type ValidityTask from './validity_task.js'

interface Viewer {
  actor: User
  i18n: I18n
}

interface Context extends Viewer {
  record: LawRecord
  day: LegalDay
  facts: TaskFacts
}

/** Tasks with everything that is needed to decide them, in a number of queries that does not grow with them. */
export async function taskViews(tasks: ValidityTask[], viewer: Viewer) {
  const record = await lawRecord()
  const facts = await taskFacts(tasks)
  return tasks.map((task) => taskView(task, { ...viewer, record, day: todayInVietnam(), facts }))
}

function taskView(task: ValidityTask, context: Context) {
  const { record, day, i18n, facts, actor } = context
  const law = record.byId.get(task.lawId)!
  const mention = (id: string) => {
    const found = record.byId.get(id)
    return found ? lawMention(found, record, day) : null
  }
  const kept = keptTask(task)
  const waiting = new Set(
    task.state === 'open' ? pendingTagIds({ cause: kept.cause, tagIds: task.tagIds }, kept) : []
  )
  const held = standing(task.decisions)
  const mayDecide = new VideoPolicy().review(actor)
  return {
    id: task.id,
    /** The same for all tasks of one cause. */
    causeId: `${task.lawId}|${task.causeKey}`,
    kind: task.kind,
    state: task.state,
    closeReason: task.closeReason,
    message: causeSentence({ ...task.$attributes, ...kept.cause, law }, record, i18n),
    law: lawMention(law, record, day),
    since: task.since,
    because: task.because.flatMap(({ relation, lawId }) => {
      const source = mention(lawId)
      return source ? [{ relation, law: source }] : []
    }),
    successors: task.successorIds.map(mention).filter((one) => one !== null),
    video: task.videoId ? (facts.videos.get(task.videoId) ?? null) : null,
    tags: task.tagIds.flatMap((id) => {
      const tag = facts.tags.get(id)
      // A tag that was moved is shown by the decision that moved it
      if (!tag || tag.lawId !== task.lawId) return []
      return [
        {
          id,
          videoId: tag.videoId,
          citation: citationText(law, tag, record),
          article: tag.article,
          clause: tag.clause,
          point: tag.point,
          startSeconds: tag.startSeconds,
          endSeconds: tag.endSeconds,
          role: tag.role,
          confirmedAt: tag.confirmedAt?.toISO() ?? null,
          waits: waiting.has(id),
        },
      ]
    }),
    /** For the document as a whole: the videos whose tags it lists. */
    videos: isAboutDocument(task.kind) ? facts.videosOf(task) : [],
    openedAt: task.openedAt.toISO()!,
    settledAt: task.settledAt?.toISO() ?? null,
    decisions: task.decisions.map((one) => decisionView(one, held, context)),
    permissions: {
      decide: mayDecide && task.state === 'open',
      undo: mayDecide && held.length > 0,
      decisions: mayDecide ? decisionNames.filter((name) => fits(name, task.kind)) : [],
    },
  }
}

export type TaskView = ReturnType<typeof taskView>
