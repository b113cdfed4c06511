import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  { path: '/nhung/:id', component: () => import('./EmbedPage.vue'), meta: { layout: 'bare' } },
]
