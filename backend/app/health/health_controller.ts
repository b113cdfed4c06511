import type { HttpContext } from '@adonisjs/core/http'
import UserPolicy from '#app/accounts/user_policy'
import { renderMetrics } from './metrics.js'
import { runChecks } from './health_checks.js'

export default class HealthController {
  live() {
    return { status: 'ok' }
  }

  async ready({ response, logger }: HttpContext) {
    const checks = await runChecks()
    for (const { name, error } of checks.filter((check) => !check.ok))
      logger.error({ err: error }, `${name} is not ready`)
    const ok = checks.every((check) => check.ok)
    return response.status(ok ? 200 : 503).send({
      status: ok ? 'ok' : 'unavailable',
      checks: Object.fromEntries(checks.map((check) => [check.name, check.ok ? 'ok' : 'unavailable'])),
    })
  }

  /** Not public: for a collector on this machine, or with an administrator's token. */
  async metrics({ request, response, bouncer, actor }: HttpContext) {
    const isLocal = ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(
      request.request.socket.remoteAddress ?? ''
    )
    const isProxied = request.header('x-forwarded-for') !== undefined
    if (actor || !isLocal || isProxied) await bouncer.with(UserPolicy).authorize('administer')
    const { contentType, text } = await renderMetrics()
    return response.header('Content-Type', contentType).send(text)
  }
}
