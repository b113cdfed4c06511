import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  { path: '/bien-tap/do-phu', component: () => import('./CoveragePage.vue'), meta: { role: 'editor' } },
  {
    path: '/bien-tap/do-phu/video',
    component: () => import('./CoverageVideosPage.vue'),
    meta: { role: 'editor' },
  },
]
