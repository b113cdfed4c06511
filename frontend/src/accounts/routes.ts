import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  { path: '/dang-nhap', name: 'login', component: () => import('./LoginPage.vue') },
  { path: '/tai-khoan', component: () => import('./PasswordPage.vue'), meta: { role: 'producer' } },
]
