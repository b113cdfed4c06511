import type { HttpContext } from '@adonisjs/core/http'
import env from '#start/env'
import { type Child, html, Markup } from './markup.js'

interface HtmlPage {
  title: string
  language: string
  style: string
  body: Child
  /** Whether other sites may show it in a frame. */
  mayBeFramed: boolean
  isIndexed: boolean
}

/** Answers with a page without any script: it may load pictures and wear its own style, and nothing else. */
export function answerHtml({ response }: HttpContext, page: HtmlPage) {
  const media = env.get('MEDIA_URL')
  response.header(
    'Content-Security-Policy',
    [
      `default-src 'none'`,
      `style-src 'unsafe-inline'`,
      `img-src 'self'${media ? ` ${new URL(media).origin}` : ''}`,
      `base-uri 'none'`,
      `form-action 'none'`,
      `frame-ancestors ${page.mayBeFramed ? '*' : `'none'`}`,
    ].join('; ')
  )
  response.header('Content-Type', 'text/html; charset=utf-8')
  response.header('Content-Language', page.language)
  response.header('Cache-Control', 'public, no-cache')
  const head = html(
    'head',
    {},
    html('meta', { charset: 'utf-8' }),
    html('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    html('meta', { name: 'color-scheme', content: 'light dark' }),
    !page.isIndexed && html('meta', { name: 'robots', content: 'noindex' }),
    html('link', { rel: 'icon', href: '/favicon.svg' }),
    html('title', {}, page.title),
    html('style', {}, new Markup(page.style))
  )
  const document = html('html', { lang: page.language }, head, html('body', {}, page.body))
  return response.send(`<!doctype html>${document.source}`)
}

/** The site's colours, for pages that do without its style sheet. */
export const paperAndInk = `
:root{--paper:#faf6ee;--raised:#fffdf9;--ink:#241b27;--soft:#584c5c;--line:#e3d9c8;--plum:#5c1f50;color-scheme:light}
@media(prefers-color-scheme:dark){:root{--paper:#19131c;--raised:#211a25;--ink:#f3ecf2;--soft:#c5b8c6;--line:#40354a;--plum:#e6b3d6;color-scheme:dark}}
*{box-sizing:border-box}body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.55 'Be Vietnam Pro',system-ui,sans-serif}
a{color:var(--plum)}a:focus-visible{outline:3px solid #d69b2d;outline-offset:2px}`
