import type { HttpContext } from '@adonisjs/core/http'
import { data } from '#app/core/answers'
import { HubError, forbidden } from '#app/core/hub_error'
import { credentialsValidator, passwordChangeValidator } from './accounts_validators.js'
import { endSessions } from './end_sessions.js'
import { verifyCredentials } from './login_limit.js'
import User from './user.js'
import { userView } from './user_view.js'

export default class SessionsController {
  async store(ctx: HttpContext) {
    refuseForeignOrigin(ctx)
    const { email, password } = await ctx.request.validateUsing(credentialsValidator)
    const user = await verifyCredentials(email, password, ctx.request.ip())
    await ctx.auth.use('web').login(user)
    await ctx.session.tag(user.id)
    return ctx.response.created(data(await userView(user)))
  }

  async show(ctx: HttpContext) {
    return data(await userView(ctx.requireActor()))
  }

  async destroy(ctx: HttpContext) {
    ctx.requireActor()
    if (ctx.session) await ctx.auth.use('web').logout()
    return ctx.response.noContent()
  }

  /** A new password ends every other session and token of the account, in case the old one was known to somebody else. */
  async changePassword(ctx: HttpContext) {
    const actor = ctx.requireActor()
    const { currentPassword, newPassword } = await ctx.request.validateUsing(passwordChangeValidator)
    await verifyCredentials(actor.email, currentPassword, ctx.request.ip()).catch((error) => {
      if (error.code === 'E_INVALID_CREDENTIALS') {
        throw new HubError('E_WRONG_PASSWORD', 422, { field: 'currentPassword' })
      }
      throw error
    })
    const user = await User.findOrFail(actor.id)
    await user.merge({ password: newPassword }).save()
    const tokenId = actor.currentAccessToken?.identifier as number | undefined
    await endSessions(user, { sessionId: ctx.session?.sessionId, tokenId })
    return ctx.response.noContent()
  }
}

/** A login must come from our own pages or from a script, never from a form on somebody else's site. */
function refuseForeignOrigin({ request }: HttpContext) {
  const site = request.header('sec-fetch-site')
  if (site && site !== 'same-origin' && site !== 'none') throw forbidden()
}
