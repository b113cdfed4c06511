import type { HttpContext } from '@adonisjs/core/http'
import { data } from '#app/core/answers'
import { notFound } from '#app/core/hub_error'
import { pageOf } from '#app/core/page_validator'
import VideoPolicy from '#app/videos/video_policy'
import { answerQuestion, redactQuestion, stepQuestion } from './change_question.js'
import { listQuestions, questionCounts, withEverything } from './list_questions.js'
import Question from './question.js'
import { deskView, viewContext } from './question_views.js'
import {
  answerValidator,
  questionListValidator,
  questionStepValidator,
  redactionValidator,
} from './questions_validators.js'

/** What officers do with questions. */
export default class QuestionDeskController {
  async index(ctx: HttpContext) {
    await allow(ctx)
    const { state = 'new', video, ...query } = await ctx.request.validateUsing(questionListValidator)
    const { items, total, page, perPage } = await listQuestions({ ...pageOf(query), state, video })
    const context = await viewContext(ctx.i18n)
    return {
      data: items.map((question) => deskView(question, context)),
      meta: { total, page, perPage, counts: await questionCounts() },
    }
  }

  async show(ctx: HttpContext) {
    await allow(ctx)
    return viewOf(ctx, await find(ctx))
  }

  async answer(ctx: HttpContext) {
    const actor = await allow(ctx)
    const question = await find(ctx)
    await answerQuestion(question, await ctx.request.validateUsing(answerValidator), actor)
    return viewOf(ctx, await find(ctx))
  }

  async step(ctx: HttpContext) {
    const actor = await allow(ctx)
    const question = await find(ctx)
    const { step, reason } = await ctx.request.validateUsing(questionStepValidator)
    await stepQuestion(question, step, actor, reason)
    return viewOf(ctx, await find(ctx))
  }

  async redact(ctx: HttpContext) {
    const actor = await allow(ctx)
    const question = await find(ctx)
    const { text, name } = await ctx.request.validateUsing(redactionValidator)
    await redactQuestion(
      question,
      { text, name: name === undefined ? question.askerName : name || null },
      actor
    )
    return viewOf(ctx, await find(ctx))
  }
}

async function allow(ctx: HttpContext) {
  const actor = ctx.requireActor()
  await ctx.bouncer.with(VideoPolicy).authorize('review')
  return actor
}

async function find({ params }: HttpContext) {
  const question = await withEverything(Question.query().where('id', params.id)).first()
  if (!question) throw notFound()
  return question
}

const viewOf = async ({ i18n }: HttpContext, question: Question) =>
  data(deskView(question, await viewContext(i18n)))
