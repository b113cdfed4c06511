import type { I18n } from '@adonisjs/i18n'
import type User from '#app/accounts/user'
import { todayInVietnam } from '#app/core/legal_day'
import { lawRecord } from '#app/laws/law_record'
import { citationView, type CitationContext } from './citation_view.js'
import type Question from './question.js'
import { stateForAsker, stepsFrom } from './question_states.js'

export const viewContext = async (i18n: I18n): Promise<CitationContext> => ({
  record: await lawRecord(),
  day: todayInVietnam(),
  i18n,
})

/** As everybody reads it under the video. */
export function publicView(question: Question, context: CitationContext) {
  return {
    id: question.id,
    text: question.text,
    askerName: question.askerName,
    atSeconds: question.atSeconds,
    redacted: question.redactedAt !== null,
    askedAt: question.createdAt.toISO()!,
    ...answerOf(question, context),
    publishedAt: question.publishedAt?.toISO() ?? null,
  }
}

function answerOf(question: Question, context: CitationContext) {
  const citations = [...question.citations].sort((a, b) => a.position - b.position)
  return {
    answer: question.answer,
    answeredAt: question.answeredAt?.toISO() ?? null,
    citations: citations.map((one) => citationView(one, context)),
  }
}

/** As its asker finds it with the code. The video is named only while everybody may see it. */
export function askerView(question: Question, context: CitationContext) {
  const state = stateForAsker(question.state)
  const isAnswered = state === 'answered' || state === 'published'
  const { video } = question
  return {
    ...publicView(question, context),
    ...(isAnswered ? {} : { answer: null, answeredAt: null, citations: [] }),
    state,
    rejection: state === 'rejected' ? question.rejection : null,
    video: video.isPublished ? { slug: video.slug, title: video.title } : null,
  }
}

/** As officers work on it, with everything that was done. */
export function deskView(question: Question, context: CitationContext) {
  const { video } = question
  return {
    ...publicView(question, context),
    state: question.state,
    isLow: question.isLow,
    suspicions: question.suspicions,
    rejection: question.rejection,
    answeredBy: personOf(question.answerer),
    video: { id: video.id, slug: video.slug, title: video.title, status: video.status },
    steps: stepsFrom(question.state),
    record: question.records.map((one) => ({
      step: one.step,
      fromState: one.fromState,
      toState: one.toState,
      reason: one.reason,
      at: one.at.toISO()!,
      actor: personOf(one.actor),
    })),
  }
}

const personOf = (user: User | null) => user && { id: user.id, fullName: user.fullName }
