import { ExceptionHandler, type HttpContext } from '@adonisjs/core/http'
import { describeError } from './describe_error.js'

/** Every failure of the API becomes `{ errors: [{ code, message, field? }] }`: never a stack trace, never silence. */
export default class HubExceptionHandler extends ExceptionHandler {
  override async handle(error: unknown, ctx: HttpContext) {
    const { status, errors, meta } = describeError(error, ctx)
    if (status === 429) ctx.response.header('Retry-After', String(secondsToWait(error)))
    ctx.response.status(status).send(meta ? { errors, meta } : { errors })
  }

  override async report(error: unknown, ctx: HttpContext) {
    const { status } = describeError(error, ctx)
    // 501 is an answer: what was asked for is not offered here
    if (status >= 500 && status !== 501) {
      ctx.logger.error({ err: error, requestId: ctx.request.id() }, 'a request failed')
    }
  }
}

const secondsToWait = (error: unknown) =>
  Math.max(1, Math.ceil((error as { response?: { availableIn?: number } }).response?.availableIn ?? 60))
