import type { HttpContext } from '@adonisjs/core/http'
import { siteOrigin } from '#app/core/site_origin'
import { readSiteSettings } from '#app/site/site_settings'
import { answerFresh } from './fresh_answer.js'

/** Pages for people with an account, and answers for programs; crawlers find nothing there. */
const closed = ['/api/v1/', '/studio', '/bien-tap', '/quan-tri', '/dang-nhap', '/tim-kiem']

const icon = (sizes: string, purpose: 'any' | 'maskable') => ({
  src: `/icons/${purpose === 'maskable' ? 'maskable' : 'icon'}-${sizes.split('x')[0]}.png`,
  sizes,
  type: 'image/png',
  purpose,
})

/** The files that crawlers and phones ask for by fixed names. */
export default class SiteFilesController {
  robots(ctx: HttpContext) {
    const body = [
      'User-agent: *',
      // Captions are read with the page
      'Allow: /api/v1/videos/*/captions/',
      ...closed.map((path) => `Disallow: ${path}`),
      '',
      `Sitemap: ${siteOrigin()}/sitemap.xml`,
      '',
    ].join('\n')
    return answerFresh(ctx, { body, contentType: 'text/plain; charset=utf-8' })
  }

  /** W3C Web Application Manifest, in the name that the operator gave the site. */
  async manifest(ctx: HttpContext) {
    const { name } = await readSiteSettings()
    const shortcut = (key: string, url: string) => ({ name: ctx.i18n.t(`syndication.${key}`), url })
    const manifest = {
      id: '/',
      name,
      short_name: name.length <= 16 ? name : name.slice(0, 15) + '…',
      description: ctx.i18n.t('syndication.feed', { siteName: name }),
      lang: ctx.i18n.locale,
      dir: 'ltr',
      start_url: '/',
      scope: '/',
      display: 'standalone',
      background_color: '#faf6ee',
      theme_color: '#5c1f50',
      categories: ['education', 'government'],
      icons: [
        { src: '/favicon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
        icon('192x192', 'any'),
        icon('512x512', 'any'),
        icon('512x512', 'maskable'),
      ],
      shortcuts: [
        shortcut('search', '/tim-kiem'),
        shortcut('topics', '/chu-de'),
        shortcut('laws', '/van-ban'),
      ],
    }
    return answerFresh(ctx, { body: JSON.stringify(manifest), contentType: 'application/manifest+json' })
  }
}
