import type { HttpContext } from '@adonisjs/core/http'
import { data, paged } from '#app/core/answers'
import { HubError, notFound } from '#app/core/hub_error'
import { pageOf } from '#app/core/page_validator'
import { answerForm } from '#app/forms/answer_form'
import { sentFields } from '#app/forms/form_fields'
import { hashCode } from '#app/forms/private_code'
import { readStamp } from '#app/forms/receive_form'
import { findVisibleVideo } from '#app/videos/find_video'
import { askQuestion } from './ask_question.js'
import { publishedQuestions } from './list_questions.js'
import Question from './question.js'
import { askerView, publicView, viewContext } from './question_views.js'
import { publishedValidator, questionValidator } from './questions_validators.js'

/** What viewers do without an account and without a cookie. */
export default class QuestionsController {
  async index(ctx: HttpContext) {
    const video = await findVisibleVideo(ctx, ctx.params.id)
    const { page, perPage } = pageOf(await ctx.request.validateUsing(publishedValidator))
    const found = await publishedQuestions(video.id).paginate(page, perPage)
    const context = await viewContext(ctx.i18n)
    const items = found.all().map((question) => publicView(question, context))
    return paged({ items, total: found.total, page, perPage })
  }

  async store(ctx: HttpContext) {
    const video = await findVisibleVideo(ctx, ctx.params.id)
    const pages = { sent: (code: string) => `/hoi-dap/${code}`, refused: `/video/${video.slug}/hoi` }
    return answerForm(ctx, pages, async () => {
      if (!video.isPublished) throw new HubError('E_VIDEO_NOT_PUBLISHED', 409)
      const asked = await questionValidator.validate(await sentFields(ctx), {
        messagesProvider: ctx.i18n.createMessagesProvider(),
      })
      return askQuestion(video, asked, await readStamp(ctx, asked, 'question', video.id))
    })
  }

  /** By its code: nobody can tell a wrong code from one that never was. */
  async show(ctx: HttpContext) {
    const question = await Question.query()
      .where('codeHash', hashCode(ctx.params.code))
      .preload('citations')
      .preload('video')
      .first()
    if (!question) throw notFound()
    ctx.response.header('Cache-Control', 'private, no-store')
    return data(askerView(question, await viewContext(ctx.i18n)))
  }
}
