import { createHead } from '@unhead/vue/client'
import { createWebHistory } from 'vue-router'
import { createApi } from './api/client.js'
import { readCookie } from './api/cookies.js'
import { PageData } from './api/page_data.js'
import { createHubApp } from './app/create_app.js'
import type { Payload } from './app/payload.js'
import { toLanguage } from './i18n/language.js'
import './ui/styles.js'

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
    history: createWebHistory(),
    head: createHead(),
    known: payload,
  })
  await router.isReady()
  app.mount('#app')
  document.documentElement.dataset.hydrated = ''
}

void start()
