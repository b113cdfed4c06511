import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { mayBeReadAnywhere } from '#config/cors'

/**
 * Says also where no Origin was sent that an answer may be read anywhere: a cache in between keeps one answer, and hands
 * it to those who come from other sites.
 */
export default class PublicReadingMiddleware {
  handle(ctx: HttpContext, next: NextFn) {
    if (ctx.request.method() !== 'OPTIONS' && mayBeReadAnywhere(ctx))
      ctx.response.header('Access-Control-Allow-Origin', '*')
    return next()
  }
}
