import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  { path: '/studio', component: () => import('./StudioPage.vue'), meta: { role: 'producer' } },
  { path: '/studio/:id', component: () => import('./StudioVideoPage.vue'), meta: { role: 'producer' } },
]
