import { Readable } from 'node:stream'
import type { HttpContext } from '@adonisjs/core/http'
import { notFound } from '#app/core/hub_error'
import { siteOrigin } from '#app/core/site_origin'
import { answerFresh } from './fresh_answer.js'
import { xmlDocument } from './markup.js'
import { pageEntry, sitemapChunk, sitemapIndex, urlset, videoEntry } from './sitemap.js'
import { countListedVideos, sitemapPages, sitemapVideos } from './sitemap_pages.js'

const contentType = 'application/xml; charset=utf-8'

export default class SitemapsController {
  async index(ctx: HttpContext) {
    const chunks = Math.ceil((await countListedVideos()) / sitemapChunk)
    const names = ['pages', ...Array.from({ length: chunks }, (_, index) => `videos-${index + 1}`)]
    const index = sitemapIndex(names.map((name) => `${siteOrigin()}/sitemaps/${name}.xml`))
    return answerFresh(ctx, { body: xmlDocument(index), contentType })
  }

  async pages(ctx: HttpContext) {
    const entries = (await sitemapPages()).map((page) => `${pageEntry(page)}\n`)
    return answerFresh(ctx, { body: urlset.start + entries.join('') + urlset.end, contentType })
  }

  /** Streamed: ten thousand videos with their words are many megabytes. */
  async videos({ params, request, response }: HttpContext) {
    const chunk = Number(/^videos-([1-9]\d{0,5})\.xml$/.exec(params.file)?.[1])
    if (!chunk || chunk > Math.ceil((await countListedVideos()) / sitemapChunk)) throw notFound()
    response.header('Content-Type', contentType)
    response.header('Cache-Control', 'public, no-cache')
    if (request.method() === 'HEAD') return response.send('')
    return response.stream(Readable.from(write(chunk)))
  }
}

async function* write(chunk: number) {
  yield urlset.start
  for await (const videos of sitemapVideos(chunk, sitemapChunk)) {
    yield videos.map((video) => `${videoEntry(video)}\n`).join('')
  }
  yield urlset.end
}
