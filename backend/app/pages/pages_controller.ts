import { randomBytes } from 'node:crypto'
import type { HttpContext } from '@adonisjs/core/http'
import app from '@adonisjs/core/services/app'
import { servedOverTls } from '#config/app'
import { siteOrigin } from '#app/core/site_origin'
import { contentSecurityPolicy } from './content_security_policy.js'
import { inProcessFetch } from './in_process_fetch.js'
import { pageRenderer } from './page_renderer.js'

const languageCookie = 'lang'
const forEverybody = /^\/$|^\/(chu-de|van-ban|video|don-vi)(\/|$)/
const year = 365 * 24 * 3600

export default class PagesController {
  async show(ctx: HttpContext) {
    const { request, response } = ctx
    const nonce = randomBytes(16).toString('base64url')
    const url = request.url(true)
    const isEmbed = request.url().startsWith('/nhung/')
    const answer = await (
      await pageRenderer()
    ).render({
      url,
      language: isEmbed ? this.languageOfEmbed(ctx) : this.language(ctx),
      origin: siteOrigin(),
      // In somebody else's page nobody is known, whatever cookies a browser sends along
      fetch: inProcessFetch(ctx, { isAnonymous: isEmbed }),
      nonce,
    })
    if ('redirect' in answer) return response.redirect().status(answer.status).toPath(answer.redirect)
    for (const [name, value] of Object.entries(answer.headers)) response.header(name, value)
    if (this.isForEverybody(ctx, answer.status)) response.header('X-Keep-Offline', '1')
    response.header(
      'Content-Security-Policy',
      contentSecurityPolicy(nonce, { mayBeFramed: isEmbed, inDev: app.inDev })
    )
    return response.status(answer.status).send(answer.body)
  }

  /** Whether a browser may keep the page for when there is no line: there is nobody in it and nothing to be done on it. */
  private isForEverybody({ actor, request }: HttpContext, status: number): boolean {
    return status === 200 && !actor && forEverybody.test(request.url())
  }

  /** As the page around it asks; no cookie is read or set. */
  private languageOfEmbed({ request }: HttpContext): 'vi' | 'en' {
    return request.qs()[languageCookie] === 'en' ? 'en' : 'vi'
  }

  /** Vietnamese, unless the visitor has switched: by `?lang=`, which is kept in a cookie that says nothing else. */
  private language({ request, response }: HttpContext): 'vi' | 'en' {
    const chosen = request.qs()[languageCookie]
    if (chosen === 'vi' || chosen === 'en') {
      response.plainCookie(languageCookie, chosen, {
        maxAge: year,
        httpOnly: false,
        secure: servedOverTls,
        encode: false,
      })
      return chosen
    }
    return request.plainCookie(languageCookie, { encoded: false }) === 'en' ? 'en' : 'vi'
  }
}
