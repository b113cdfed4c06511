import type { RouteRecordRaw } from 'vue-router'

/** Every feature lists its own pages in `<feature>/routes.ts`; a new feature is found by being there. */
const features = import.meta.glob<RouteRecordRaw[]>('../*/routes.ts', { eager: true, import: 'routes' })

export const routes: RouteRecordRaw[] = [
  ...Object.entries(features)
    .filter(([path]) => !path.startsWith('../app/'))
    .flatMap(([, found]) => found),
  { path: '/khong-duoc-vao', name: 'forbidden', component: () => import('./ForbiddenPage.vue') },
  { path: '/:rest(.*)*', name: 'not-found', component: () => import('./NotFoundPage.vue') },
]
