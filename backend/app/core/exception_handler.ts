import { errors as authErrors } from '@adonisjs/auth'
import { errors as bouncerErrors } from '@adonisjs/bouncer'
import { ExceptionHandler, type HttpContext } from '@adonisjs/core/http'
import { errors as vineErrors } from '@vinejs/vine'
import { HubError, HubErrors } from './hub_error.js'

interface PublicError {
  code: string
  message: string
  field?: string
}

/** Codes of the framework's own refusals, in our words. */
const frameworkCodes: Record<string, string> = {
  E_ROUTE_NOT_FOUND: 'E_NOT_FOUND',
  E_ROW_NOT_FOUND: 'E_NOT_FOUND',
  E_INVALID_CREDENTIALS: 'E_INVALID_CREDENTIALS',
  E_BAD_CSRF_TOKEN: 'E_CSRF',
  E_REQUEST_ENTITY_TOO_LARGE: 'E_BODY_TOO_LARGE',
  E_TOO_MANY_REQUESTS: 'E_TOO_MANY_REQUESTS',
}

const statuses: Record<string, number> = { E_NOT_FOUND: 404, E_INVALID_CREDENTIALS: 401, E_CSRF: 403 }

/** Every failure of the API becomes `{ errors: [{ code, message, field? }] }`: never a stack trace, never silence. */
export default class HubExceptionHandler extends ExceptionHandler {
  protected override debug = false
  protected override renderStatusPages = false

  override async handle(error: unknown, ctx: HttpContext) {
    const { status, errors, meta } = this.read(error, ctx)
    if (status === 429) this.sayWhenToRetry(error, ctx)
    ctx.response.status(status).send(meta ? { errors, meta } : { errors })
  }

  override async report(error: unknown, ctx: HttpContext) {
    if (this.read(error, ctx).status >= 500) {
      ctx.logger.error({ err: error, requestId: ctx.request.id() }, 'a request failed')
    }
  }

  private read(
    error: unknown,
    ctx: HttpContext
  ): { status: number; errors: PublicError[]; meta?: Record<string, unknown> } {
    if (error instanceof HubErrors) {
      return {
        status: error.status,
        errors: error.errors.map((one) => this.sentence(one, ctx)),
        meta: error.meta,
      }
    }
    if (error instanceof HubError) return { status: error.status, errors: [this.sentence(error, ctx)] }
    if (error instanceof vineErrors.E_VALIDATION_ERROR) {
      const messages = error.messages as { message: string; field: string }[]
      return {
        status: 422,
        errors: messages.map(({ message, field }) => ({ code: 'E_VALIDATION', message, field })),
      }
    }
    return this.readFrameworkError(error, ctx)
  }

  private readFrameworkError(error: unknown, ctx: HttpContext) {
    const { status: given = 500, code: givenCode = '' } = error as { status?: number; code?: string }
    if (error instanceof authErrors.E_UNAUTHORIZED_ACCESS) return this.one('E_UNAUTHORIZED', 401, ctx)
    if (error instanceof bouncerErrors.E_AUTHORIZATION_FAILURE) {
      return ctx.actor ? this.one('E_FORBIDDEN', 403, ctx) : this.one('E_UNAUTHORIZED', 401, ctx)
    }
    const code = frameworkCodes[givenCode]
    if (code) return this.one(code, statuses[code] ?? given, ctx)
    if (given >= 400 && given < 500) return this.one('E_BAD_REQUEST', given, ctx)
    return this.one('E_INTERNAL', 500, ctx)
  }

  private one(code: string, status: number, ctx: HttpContext) {
    const error = new HubError(code, status, { params: { requestId: ctx.request.id() ?? '' } })
    return { status, errors: [this.sentence(error, ctx)] }
  }

  private sentence(error: HubError, ctx: HttpContext): PublicError {
    const { params, field } = error.options
    // A failure before the language is known (a malformed address, say) is told in the site's first language
    const message = ctx.i18n ? ctx.i18n.t(`errors.${error.code}`, params, error.code) : error.code
    return field ? { code: error.code, message, field } : { code: error.code, message }
  }

  private sayWhenToRetry(error: unknown, ctx: HttpContext) {
    const seconds = (error as { response?: { availableIn?: number } }).response?.availableIn ?? 60
    ctx.response.header('Retry-After', String(seconds))
  }
}
