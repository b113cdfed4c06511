import { createHead, renderSSRHead } from '@unhead/vue/server'
import { renderToString, type SSRContext } from 'vue/server-renderer'
import { createMemoryHistory } from 'vue-router'
import { createApi } from './api/client.js'
import { PageData } from './api/page_data.js'
import { createHubApp } from './app/create_app.js'
import { serialisePayload } from './app/payload.js'
import { preloadLinks } from './app/preloads.js'
import { themeScript } from './app/theme_script.js'
import { earlyPressScript } from './player/early_press.js'
import type { Language } from './i18n/language.js'
import './ui/styles.js'

export interface PageRequest {
  /** Path and query, as the browser asked for them. */
  url: string
  language: Language
  /** Scheme and host the site is known by. */
  origin: string
  /** In-process; carries the visitor's cookie to the API. */
  fetch: typeof globalThis.fetch
  /** Of the content security policy of this answer. */
  nonce: string
}

export type PageAnswer =
  { status: number; headers: Record<string, string>; body: string } | { redirect: string; status: number }

/** Renders one page into `template`, which is index.html as built, or as the development server changed it. */
export async function render(request: PageRequest, template: string): Promise<PageAnswer> {
  const { language, origin, nonce } = request
  const head = createHead({ disableDefaults: true })
  const pageData = new PageData()
  const api = createApi({ origin, language, fetch: request.fetch, xsrfToken: () => null })
  const { app, router, hub } = await createHubApp({
    api,
    language,
    origin,
    pageData,
    history: createMemoryHistory(),
    head,
  })

  await router.push(request.url)
  const arrived = router.currentRoute.value
  if (arrived.redirectedFrom && arrived.name !== 'forbidden') {
    return { redirect: arrived.fullPath, status: 302 }
  }

  const context: SSRContext & { modules?: Set<string> } = { nonce }
  const html = await renderToString(app, context)
  const { headTags } = renderSSRHead(head)
  const payload = serialisePayload({
    account: hub.session.account.value,
    site: hub.site,
    pageData: pageData.toJSON(),
  })
  const pieces: Record<string, string> = {
    '<html lang="vi">': `<html lang="${language}">`,
    '<!--head-->': [
      `<script nonce="${nonce}">${themeScript};${earlyPressScript}</script>`,
      preloadLinks(context.modules ?? []),
      headTags,
    ].join('\n    '),
    '<!--app-->': html,
    '<!--payload-->': `<script id="payload" type="application/json" nonce="${nonce}">${payload}</script>`,
    '%NONCE%': nonce,
  }
  return { status: hub.answer.status, headers: pageHeaders(language), body: fill(template, pieces) }
}

function pageHeaders(language: Language): Record<string, string> {
  return {
    'content-type': 'text/html; charset=utf-8',
    'content-language': language,
    // A page names its visitor in the header: no shared cache may keep it.
    'cache-control': 'private, no-cache',
    vary: 'Cookie, Accept-Language',
  }
}

/** One pass over the template, so that nothing inside a piece is taken for a place to fill. */
function fill(template: string, pieces: Record<string, string>): string {
  return template.replace(
    /<html lang="vi">|<!--(?:head|app|payload)-->|%NONCE%/g,
    (place) => pieces[place] ?? place
  )
}
