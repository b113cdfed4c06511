import type { RouteRecordRaw } from 'vue-router'

const meta = { role: 'administrator' } as const
const base = '/quan-tri/van-ban'

export const routes: RouteRecordRaw[] = [
  { path: base, component: () => import('./KeptLawsPage.vue'), meta },
  { path: `${base}/moi`, component: () => import('./NewLawPage.vue'), meta },
  { path: `${base}/nhap`, component: () => import('./ImportPage.vue'), meta },
  { path: `${base}/thay-doi`, component: () => import('./ChangesPage.vue'), meta },
  { path: `${base}/thay-doi/:id`, component: () => import('./ChangePage.vue'), meta },
  { path: `${base}/:slug`, component: () => import('./KeptLawPage.vue'), meta },
]
