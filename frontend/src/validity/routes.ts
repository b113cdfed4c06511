import type { RouteRecordRaw } from 'vue-router'

const page = () => import('./ValidityPage.vue')

export const routes: RouteRecordRaw[] = [
  { path: '/bien-tap/hieu-luc', component: page, meta: { role: 'editor' } },
  // What concerns their own videos, to read
  { path: '/studio/hieu-luc', component: page, meta: { role: 'producer' } },
]
