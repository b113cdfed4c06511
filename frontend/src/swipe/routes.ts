import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  { path: '/xem-nhanh/:slug?', component: () => import('./SwipePage.vue'), meta: { layout: 'bare' } },
]
