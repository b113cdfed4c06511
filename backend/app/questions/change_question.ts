import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import type User from '#app/accounts/user'
import { invalid } from '#app/core/hub_error'
import { todayInVietnam } from '#app/core/legal_day'
import { textKey } from '#app/forms/suspicions'
import { lawRecord } from '#app/laws/law_record'
import { chosenTarget, citedTargets, type Target } from '#app/tags/read_target'
import { VideoChanged } from '#app/videos/video_events'
import { moveQuestion } from './move_question.js'
import type Question from './question.js'
import QuestionCitation from './question_citation.js'
import type { QuestionStep } from './question_states.js'
import { isRedaction } from './redaction.js'

/** A citation as typed, or the document that was chosen with the parts of the provision. */
export interface GivenCitation {
  citation?: string
  lawId?: string
  article?: string | null
  clause?: string | null
  point?: string | null
}

export interface GivenAnswer {
  text: string
  citations: GivenCitation[]
}

/** Answers a question, or corrects its answer; each citation becomes the provisions that it names. */
export async function answerQuestion(question: Question, answer: GivenAnswer, actor: User): Promise<void> {
  const day = todayInVietnam()
  const targets = await targetsOf(answer.citations)
  await db.transaction(async (trx) => {
    const changes = { answer: answer.text, answeredBy: actor.id, answeredAt: DateTime.utc(), rejection: null }
    await moveQuestion(trx, question, { step: 'answer', actor, changes })
    await QuestionCitation.query({ client: trx }).where('questionId', question.id).delete()
    await QuestionCitation.createMany(
      targets.map((target, position) => ({ ...target, questionId: question.id, position, asOf: day })),
      { client: trx }
    )
  })
  if (question.state === 'published') await VideoChanged.dispatch(question.videoId)
}

async function targetsOf(given: GivenCitation[]): Promise<(Target & { typedText: string | null })[]> {
  const record = await lawRecord()
  const found = given.flatMap((one) =>
    one.lawId
      ? [{ ...chosenTarget(one.lawId, one, record), typedText: one.citation ?? null }]
      : citedTargets(one.citation ?? '', record, todayInVietnam()).map((target) => ({
          ...target,
          typedText: one.citation ?? null,
        }))
  )
  const keyOf = (one: Target) => [one.lawId, one.article, one.clause, one.point].join('|')
  return [...new Map(found.map((one) => [keyOf(one), one])).values()]
}

export type PlainStep = Exclude<QuestionStep, 'answer' | 'redact'>

/** Steps that change nothing but where the question stands. */
export async function stepQuestion(question: Question, step: PlainStep, actor: User, reason?: string) {
  const wasShown = question.state === 'published'
  const changes = {
    ...(step === 'publish' ? { publishedAt: DateTime.utc() } : {}),
    ...(step === 'unpublish' ? { publishedAt: null } : {}),
    ...(step === 'reject' ? { rejection: reason ?? null } : {}),
    ...(step === 'restore' ? { rejection: null, suspicions: [] } : {}),
  }
  await db.transaction((trx) => moveQuestion(trx, question, { step, actor, reason, changes }))
  if (wasShown || question.state === 'published') await VideoChanged.dispatch(question.videoId)
}

/**
 * Takes personal data out of what was asked, and nothing else: what an asker wrote is not improved. The former text is not
 * kept anywhere, which is the point of it; the record says that and by whom it was done, and readers are told.
 * @throws E_NOT_A_REDACTION (422) where the text says anything that the asker did not
 */
export async function redactQuestion(
  question: Question,
  { text, name }: { text: string; name: string | null },
  actor: User
): Promise<void> {
  const isSameName = name === question.askerName
  if (!(text === question.text && !isSameName) && !isRedaction(question.text, text)) {
    throw invalid('E_NOT_A_REDACTION', 'text')
  }
  if (name && !isSameName && !isRedaction(question.askerName ?? '', name)) {
    throw invalid('E_NOT_A_REDACTION', 'name')
  }
  const changes = { text, textKey: textKey(text), askerName: name, redactedAt: DateTime.utc() }
  await db.transaction((trx) => moveQuestion(trx, question, { step: 'redact', actor, changes }))
  if (question.state === 'published') await VideoChanged.dispatch(question.videoId)
}
