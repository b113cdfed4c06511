import { createHash } from 'node:crypto'
import type { HttpContext } from '@adonisjs/core/http'

interface Answer {
  body: string
  contentType: string
  lastModified?: Date | null
}

/**
 * Answers with a document that caches may keep but must ask about each time, so that what was unpublished is gone at
 * once. Only If-None-Match makes a 304: a date cannot tell that something is no longer there (RFC 9110, 13.1.3 lets
 * a server ignore it).
 */
export function answerFresh(ctx: HttpContext, { body, contentType, lastModified }: Answer) {
  const { request, response } = ctx
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`
  response.header('ETag', etag)
  if (lastModified) response.header('Last-Modified', lastModified.toUTCString())
  // Nothing in it depends on who asks
  response.header('Cache-Control', 'public, no-cache')
  const known = (request.header('if-none-match') ?? '')
    .split(',')
    .map((one) => one.trim().replace(/^W\//, ''))
  if (known.includes(etag) || known.includes('*')) return response.status(304).send(null)
  response.header('Content-Type', contentType)
  return response.send(body)
}
