import type { HttpContext } from '@adonisjs/core/http'
import server from '@adonisjs/core/services/server'
import { inject } from 'light-my-request'
import { markInProcess } from '#app/core/in_process'

/** Headers by which the API knows whom the page is for. */
const passedOn = ['cookie', 'host', 'x-forwarded-proto', 'x-forwarded-host', 'x-forwarded-for', 'user-agent']

/**
 * `fetch` for pages that are rendered here: the same public API, without a connection. It carries the visitor's cookie
 * and address, so that a page shows what its visitor may see; or the address alone, where it is to show what anybody may.
 */
export function inProcessFetch(ctx: HttpContext, { isAnonymous = false } = {}): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init)
    const headers: Record<string, string> = {}
    for (const name of passedOn) {
      if (isAnonymous && name === 'cookie') continue
      const value = ctx.request.header(name)
      if (value) headers[name] = value
    }
    request.headers.forEach((value, name) => (headers[name] = value))
    const url = new URL(request.url)
    const answer = await inject(
      (raw, response) => {
        markInProcess(raw as never)
        void server.handle(raw as never, response as never)
      },
      {
        method: request.method as 'GET',
        url: url.pathname + url.search,
        headers,
        payload: request.body ? Buffer.from(await request.arrayBuffer()) : undefined,
        remoteAddress: ctx.request.request.socket.remoteAddress,
      }
    )
    const bodyless = answer.statusCode === 204 || answer.statusCode === 304
    return new Response(bodyless ? null : new Uint8Array(answer.rawPayload), {
      status: answer.statusCode,
      headers: Object.entries(answer.headers).flatMap(([name, value]) =>
        [value].flat().map((one): [string, string] => [name, String(one)])
      ),
    })
  }
}
