import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { pageRenderer } from './page_renderer.js'

/** Answered without the frontend, so that it need not be there for them. */
const elsewhere = /^\/(api|media|health)\/|^\/metrics$/

/** The frontend's files, before any route is looked for. */
export default class FrontendFilesMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    const { request, response } = ctx
    const path = request.url()
    if (path === '/' || elsewhere.test(path) || !['GET', 'HEAD'].includes(request.method())) return next()
    const { serveFile } = await pageRenderer()
    const served = await new Promise<boolean>((done) => {
      response.response.once('close', () => done(true))
      serveFile(request.request, response.response, () => done(false))
    })
    if (!served) return next()
  }
}
