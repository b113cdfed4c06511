import { Bouncer } from '@adonisjs/bouncer'
import { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import type User from '#app/accounts/user'
import { HubError, unauthorized } from '#app/core/hub_error'

/** Finds out who is calling: a bearer token, else the session's cookie, else nobody. */
export default class ActorMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    ctx.actor = await this.identify(ctx)
    if (ctx.actor?.disabledAt) throw new HubError('E_ACCOUNT_DISABLED', 401)
    ctx.bouncer = new Bouncer(() => ctx.actor).setContainerResolver(ctx.containerResolver)
    if (ctx.actor) ctx.response.header('Cache-Control', 'private, no-store')
    return next()
  }

  private async identify(ctx: HttpContext): Promise<User | null> {
    // A token that is not valid is refused even where nobody need be known: its owner should learn of it
    if (ctx.request.header('authorization')) return ctx.auth.use('api').authenticate()
    if (ctx.session && (await ctx.auth.use('web').check())) return ctx.auth.use('web').user ?? null
    return null
  }
}

// On the prototype: this module is loaded during the first request, whose context exists already
HttpContext.macro('requireActor', function (this: HttpContext): User {
  if (!this.actor) throw unauthorized()
  return this.actor
})

declare module '@adonisjs/core/http' {
  export interface HttpContext {
    /** Who is calling; null for viewers without an account. */
    actor: User | null
    /** The caller, or a 401. */
    requireActor(): User
    bouncer: Bouncer<User>
  }
}
