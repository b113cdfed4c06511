import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  { path: '/don-vi/:slug', component: () => import('./AgencyPage.vue') },
]
