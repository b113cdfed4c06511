import { createHead } from '@unhead/vue/client'
import { createMemoryHistory, createWebHistory, type RouterHistory } from 'vue-router'
import { createApi } from './api/client.js'
import { readCookie } from './api/cookies.js'
import { PageData } from './api/page_data.js'
import { createHubApp } from './app/create_app.js'
import type { Payload } from './app/payload.js'
import { toLanguage } from './i18n/language.js'
import './ui/styles.js'

const isEmbedded = location.pathname.startsWith('/nhung/')

/** In somebody's page the player leaves the browser's history alone; in a sandboxed frame it could not write it either. */
function historyOfEmbed(): RouterHistory {
  const history = createMemoryHistory()
  history.replace(location.pathname + location.search)
  return history
}

/** Not while developing, where files have no hash in their names; a browser that refuses does without. */
async function keepForOffline() {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  await navigator.serviceWorker.register('/sw.js').catch(() => {})
}

async function start() {
  const payload = JSON.parse(document.getElementById('payload')!.textContent) as Payload
  const language = toLanguage(document.documentElement.lang)
  const api = createApi({
    origin: '',
    language,
    fetch: (input, init) => window.fetch(input, init),
    xsrfToken: () => readCookie('XSRF-TOKEN'),
  })
  const { app, router } = await createHubApp({
    api,
    language,
    origin: window.location.origin,
    pageData: new PageData(payload.pageData),
    history: isEmbedded ? historyOfEmbed() : createWebHistory(),
    head: createHead(),
    known: payload,
  })
  await router.isReady()
  app.mount('#app')
  document.documentElement.dataset.hydrated = ''
  if (!isEmbedded) void keepForOffline()
}

void start()
