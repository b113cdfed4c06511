import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  { path: '/bien-tap/dong-y', component: () => import('./RegisterPage.vue'), meta: { role: 'editor' } },
]
