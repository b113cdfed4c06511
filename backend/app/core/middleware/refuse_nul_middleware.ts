import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { HubError } from '#app/core/hub_error'

/** U+0000, which is part of no text and which PostgreSQL refuses to keep, as it may stand in addresses and in JSON. */
const nul = /%00|(?<!\\)(?:\\\\)*\\u0000/

/** Such a request is malformed (400); without this it would fail at some query (500). */
export default class RefuseNulMiddleware {
  handle({ request }: HttpContext, next: NextFn) {
    const raw = request.raw()
    if (nul.test(request.request.url ?? '') || (raw && (nul.test(raw) || raw.includes('\0')))) {
      throw new HubError('E_BAD_REQUEST', 400)
    }
    return next()
  }
}
