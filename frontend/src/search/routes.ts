import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [{ path: '/tim-kiem', component: () => import('./SearchPage.vue') }]
