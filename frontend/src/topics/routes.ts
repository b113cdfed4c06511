import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  { path: '/chu-de', component: () => import('./TopicsPage.vue') },
  { path: '/chu-de/:slug', component: () => import('./TopicPage.vue') },
]
