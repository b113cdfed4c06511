import type { RouteRecordRaw } from 'vue-router'

const page = () => import('./StatisticsPage.vue')
const report = () => import('./ReportPage.vue')

export const routes: RouteRecordRaw[] = [
  { path: '/bien-tap/thong-ke', component: page, meta: { role: 'editor' } },
  { path: '/bien-tap/thong-ke/bao-cao', component: report, meta: { role: 'editor', layout: 'bare' } },
  // Of their own and their agency's videos
  { path: '/studio/thong-ke', component: page, meta: { role: 'producer' } },
  { path: '/studio/thong-ke/bao-cao', component: report, meta: { role: 'producer', layout: 'bare' } },
]
