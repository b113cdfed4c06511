import type { HttpContext } from '@adonisjs/core/http'
import { defineConfig } from '@adonisjs/cors'
import { sessionCookieName } from '#config/session'

const forEverybody = /^\/(api|media|feeds|sitemaps|oembed|sitemap\.xml|manifest\.webmanifest)(\/|$)/

/** Whether the answer is the same for everybody: nothing in the request says who is asking. */
export function mayBeReadAnywhere({ request }: HttpContext): boolean {
  const path = request.url()
  if (path.startsWith('/media/')) return true
  const isAnonymous =
    !request.header('authorization') && !request.plainCookie(sessionCookieName, { encoded: false })
  return isAnonymous && forEverybody.test(path)
}

/**
 * Published things may be read from any site; nothing that needs a cookie or a token may. Writes that need neither (a
 * view, a citation to be read) may be made from any site too: the player stands in many.
 */
export default defineConfig({
  enabled: mayBeReadAnywhere,
  origin: '*',
  methods: ['GET', 'HEAD', 'POST'],
  headers: ['Accept', 'Accept-Language', 'Content-Type', 'If-None-Match', 'Range'],
  exposeHeaders: ['Content-Length', 'Content-Range', 'ETag', 'Retry-After'],
  credentials: false,
  maxAge: 86_400,
})
