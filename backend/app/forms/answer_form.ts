import type { HttpContext } from '@adonisjs/core/http'
import { describeError } from '#app/core/describe_error'
import { data } from '#app/core/answers'
import { isPlainForm } from './form_fields.js'

/**
 * Takes a form and answers in its own way: 202 with the code for scripts; for a browser without them a page (303), which
 * shows the code or says what was wrong.
 */
export async function answerForm(
  ctx: HttpContext,
  pages: { sent: (code: string) => string; refused: string },
  take: () => Promise<string>
) {
  ctx.response.header('Cache-Control', 'no-store')
  if (!isPlainForm(ctx)) return ctx.response.status(202).send(data({ code: await take() }))
  try {
    return seeOther(ctx, pages.sent(await take()))
  } catch (error) {
    const { status, errors } = describeError(error, ctx)
    if (status >= 500) throw error
    return seeOther(ctx, `${pages.refused}?loi=${encodeURIComponent(errors[0]?.code ?? 'E_BAD_REQUEST')}`)
  }
}

const seeOther = ({ response }: HttpContext, path: string) => response.redirect().status(303).toPath(path)
