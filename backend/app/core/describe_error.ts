import { errors as authErrors } from '@adonisjs/auth'
import { errors as bouncerErrors } from '@adonisjs/bouncer'
import type { HttpContext } from '@adonisjs/core/http'
import { errors as vineErrors } from '@vinejs/vine'
import { HubError, HubErrors } from './hub_error.js'

export interface PublicError {
  code: string
  message: string
  field?: string
}

export interface DescribedError {
  status: number
  errors: PublicError[]
  meta?: Record<string, unknown>
}

/** The framework's own refusals, in our words. */
const frameworkCodes: Record<string, { code: string; status?: number }> = {
  E_ROUTE_NOT_FOUND: { code: 'E_NOT_FOUND', status: 404 },
  E_ROW_NOT_FOUND: { code: 'E_NOT_FOUND', status: 404 },
  E_INVALID_CREDENTIALS: { code: 'E_INVALID_CREDENTIALS', status: 401 },
  E_BAD_CSRF_TOKEN: { code: 'E_CSRF', status: 403 },
  E_REQUEST_ENTITY_TOO_LARGE: { code: 'E_BODY_TOO_LARGE', status: 413 },
  E_TOO_MANY_REQUESTS: { code: 'E_TOO_MANY_REQUESTS', status: 429 },
}

/** What people and programs are told of an error: a status, codes, and sentences in the caller's language. */
export function describeError(error: unknown, ctx: HttpContext): DescribedError {
  const say = (one: HubError) => sentence(one, ctx)
  if (error instanceof HubErrors) {
    return { status: error.status, errors: error.errors.map(say), meta: error.meta }
  }
  if (error instanceof HubError)
    return { status: error.status, errors: [say(error)], meta: error.options.meta }
  if (error instanceof vineErrors.E_VALIDATION_ERROR) {
    const messages = error.messages as { message: string; field: string }[]
    return {
      status: 422,
      errors: messages.map(({ message, field }) => ({ code: 'E_VALIDATION', message, field })),
    }
  }
  const known = translate(error, ctx)
  return { status: known.status, errors: [say(known)] }
}

function translate(error: unknown, ctx: HttpContext): HubError {
  const { status = 500, code = '' } = error as { status?: number; code?: string }
  if (error instanceof authErrors.E_UNAUTHORIZED_ACCESS) return new HubError('E_UNAUTHORIZED', 401)
  if (error instanceof bouncerErrors.E_AUTHORIZATION_FAILURE) {
    return ctx.actor ? new HubError('E_FORBIDDEN', 403) : new HubError('E_UNAUTHORIZED', 401)
  }
  const known = frameworkCodes[code]
  if (known) return new HubError(known.code, known.status ?? status)
  if (status >= 400 && status < 500) {
    return new HubError(ctx.i18n?.hasMessage(`errors.${code}`) ? code : 'E_BAD_REQUEST', status)
  }
  return new HubError('E_INTERNAL', 500, { params: { requestId: ctx.request.id() ?? '' } })
}

function sentence(error: HubError, ctx: HttpContext): PublicError {
  const { params, field, meta } = error.options
  // A failure before the language is known has only its code
  const message = ctx.i18n ? ctx.i18n.t(`errors.${error.code}`, params, error.code) : error.code
  return { code: error.code, message, ...(field && { field }), ...meta }
}
