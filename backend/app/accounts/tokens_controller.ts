import type { HttpContext } from '@adonisjs/core/http'
import { data } from '#app/core/answers'
import { tokenValidator } from './accounts_validators.js'
import { verifyCredentials } from './login_limit.js'
import User from './user.js'

/** Bearer tokens for scripts: the same rights as their owner's session. */
export default class TokensController {
  async store({ request, response }: HttpContext) {
    const { email, password, name } = await request.validateUsing(tokenValidator)
    const user = await verifyCredentials(email, password, request.ip())
    const token = await User.accessTokens.create(user, ['*'], { name })
    return response.created(data({ token: token.value!.release(), name, expiresAt: token.expiresAt }))
  }

  async destroyCurrent(ctx: HttpContext) {
    const user = ctx.requireActor()
    if (user.currentAccessToken) {
      await User.accessTokens.delete(user, user.currentAccessToken.identifier)
    }
    return ctx.response.noContent()
  }
}
