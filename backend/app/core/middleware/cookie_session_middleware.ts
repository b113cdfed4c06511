import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { inject } from '@adonisjs/core'
import SessionMiddleware from '@adonisjs/session/session_middleware'
import ShieldMiddleware from '@adonisjs/shield/shield_middleware'
import { sessionCookieName } from '#config/session'

/**
 * Opens the session and guards it against forged requests, only where a session cookie came or is about to be made.
 * A viewer without an account is thus never given a cookie.
 */
@inject()
export default class CookieSessionMiddleware {
  constructor(
    private session: SessionMiddleware<never>,
    private shield: ShieldMiddleware
  ) {}

  async handle(ctx: HttpContext, next: NextFn) {
    if (ctx.request.header('authorization')) return next()
    const isLogin = ctx.request.method() === 'POST' && ctx.route?.pattern === '/api/v1/auth/session'
    if (!isLogin && !ctx.request.cookie(sessionCookieName)) return next()
    return this.session.handle(ctx, () => this.shield.handle(ctx, next))
  }
}
