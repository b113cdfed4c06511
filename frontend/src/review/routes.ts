import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  { path: '/bien-tap', component: () => import('./ReviewPage.vue'), meta: { role: 'editor' } },
  // The queue stays in place from one video to the next, so the video is part of the query.
  {
    path: '/bien-tap/:id',
    redirect: ({ params }) => ({ path: '/bien-tap', query: { video: String(params.id) } }),
  },
]
