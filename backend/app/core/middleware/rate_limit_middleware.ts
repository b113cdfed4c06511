import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import limiter from '@adonisjs/limiter/services/main'
import { isInProcess } from '#app/core/in_process'

const reading = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * 600 reads a minute per address, 300 writes a minute per account (or address, for those without one).
 * Not counted: the parts of an upload (tus PATCH and HEAD), and media, which one viewing fetches by the hundred.
 */
export default class RateLimitMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    const { request } = ctx
    const path = request.url()
    const isUploadPart = path.startsWith('/api/v1/uploads/')
    const isMedia = path.startsWith('/media/') || /^\/api\/v1\/videos\/[^/]+\/media\//.test(path)
    if (isUploadPart || isMedia || isInProcess(request.request)) return next()

    const limit = reading.has(request.method())
      ? { key: `read:${request.ip()}`, requests: 600 }
      : { key: `write:${ctx.actor?.id ?? request.ip()}`, requests: 300 }
    await limiter.use('memory', { requests: limit.requests, duration: '1 minute' }).consume(limit.key)
    return next()
  }
}
