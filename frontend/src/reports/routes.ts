import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  { path: '/video/:slug/phan-anh', component: () => import('./ReportPage.vue') },
  { path: '/phan-anh/:code?', component: () => import('./SentReportPage.vue') },
  { path: '/bien-tap/phan-anh', component: () => import('./ReportDeskPage.vue'), meta: { role: 'editor' } },
]
