import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [{ path: '/video/:slug', component: () => import('./VideoPage.vue') }]
