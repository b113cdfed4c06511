import type { RouteRecordRaw } from 'vue-router'

const meta = { role: 'administrator' } as const

export const routes: RouteRecordRaw[] = [
  { path: '/quan-tri', component: () => import('./QueuePage.vue'), meta },
  { path: '/quan-tri/don-vi', component: () => import('./AgenciesPage.vue'), meta },
  { path: '/quan-tri/tai-khoan', component: () => import('./UsersPage.vue'), meta },
  { path: '/quan-tri/nhat-ky', component: () => import('./RecordsPage.vue'), meta },
  { path: '/quan-tri/trang', component: () => import('./SitePage.vue'), meta },
]
