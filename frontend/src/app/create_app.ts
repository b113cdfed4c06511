import { createSSRApp, type App } from 'vue'
import type { Router, RouterHistory } from 'vue-router'
import type { VueHeadClient } from '@unhead/vue/client'
import { createSession } from '../accounts/session.js'
import { dataOf, type Api } from '../api/client.js'
import type { PageData } from '../api/page_data.js'
import type { Account, Site } from '../api/types.js'
import { addDeskMessages, createTranslations } from '../i18n/i18n.js'
import type { Language } from '../i18n/language.js'
import HubApp from './HubApp.vue'
import { hubKey, type Hub } from './hub.js'
import { createHubRouter } from './router.js'

export interface AppOptions {
  api: Api
  pageData: PageData
  language: Language
  origin: string
  history: RouterHistory
  head: VueHeadClient<any, any>
  /** Known in the browser, where the server has sent it along. */
  known?: { account: Account | null; site: Site }
}

/** The application for one rendering on the server, or for one browser tab. */
export async function createHubApp(options: AppOptions): Promise<{ app: App; router: Router; hub: Hub }> {
  const { api, pageData, language, origin, known } = options
  const session = createSession(api, known?.account)
  const loaded = known ? null : session.load()
  const [site, translations] = await Promise.all([
    known?.site ?? dataOf(api.GET('/site')),
    createTranslations(language),
    loaded,
  ])
  let hasDeskMessages: Promise<void> | undefined
  const toDesk = () => (hasDeskMessages ??= addDeskMessages(translations, language))
  if (session.account.value) await toDesk()
  const hub: Hub = { api, pageData, session, site, language, origin, answer: { status: 200 } }
  const router = createHubRouter(options.history, hub)
  // Somebody may have signed in on this page
  router.beforeResolve(() => (session.account.value ? toDesk() : undefined))
  const app = createSSRApp(HubApp)
  app.provide(hubKey, hub)
  app.use(translations)
  app.use(options.head)
  app.use(router)
  return { app, router, hub }
}
