import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  {
    path: '/studio/:id/phu-de/:lang',
    component: () => import('./CaptionEditorPage.vue'),
    meta: { role: 'producer' },
  },
]
