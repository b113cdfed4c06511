import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { pageRenderer } from './page_renderer.js'

/** The frontend's files, before any route is looked for. */
export default class FrontendFilesMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    const { request, response } = ctx
    const path = request.url()
    const isPage = path === '/' || path.startsWith('/api/') || path.startsWith('/media/') || path.startsWith('/health/')
    if (isPage || !['GET', 'HEAD'].includes(request.method())) return next()
    const { serveFile } = await pageRenderer()
    const served = await new Promise<boolean>((done) => {
      response.response.once('close', () => done(true))
      serveFile(request.request, response.response, () => done(false))
    })
    if (!served) return next()
  }
}
