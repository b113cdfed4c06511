import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  { path: '/studio/tai-len', component: () => import('./UploadPage.vue'), meta: { role: 'producer' } },
]
