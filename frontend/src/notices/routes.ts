import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  { path: '/thong-bao', component: () => import('./NoticesPage.vue'), meta: { role: 'producer' } },
]
