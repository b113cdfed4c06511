import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  { path: '/video/:slug/hoi', component: () => import('./AskPage.vue') },
  { path: '/hoi-dap/:code?', component: () => import('./AskedPage.vue') },
  { path: '/bien-tap/hoi-dap', component: () => import('./QuestionDeskPage.vue'), meta: { role: 'editor' } },
]
