import type { RouteRecordRaw } from 'vue-router'

const lawPage = () => import('./LawPage.vue')
const article = '/van-ban/:slug/dieu-:article'

export const routes: RouteRecordRaw[] = [
  { path: '/van-ban', component: () => import('./LawsPage.vue') },
  { path: '/van-ban/:slug', component: lawPage },
  { path: article, component: lawPage },
  { path: `${article}/khoan-:clause`, component: lawPage },
  { path: `${article}/diem-:point`, component: lawPage },
  { path: `${article}/khoan-:clause/diem-:point`, component: lawPage },
]
