import { createRouter, type RouteLocationNormalized, type Router, type RouterHistory } from 'vue-router'
import { mayEnter } from '../accounts/session.js'
import type { Role } from '../api/types.js'
import type { Hub } from './hub.js'
import { routes } from './routes.js'

declare module 'vue-router' {
  interface RouteMeta {
    /** The least role that may enter; without it the page is for everybody. */
    role?: Role
    /** `bare` leaves the header and the footer out. */
    layout?: 'site' | 'bare'
  }
}

export function createHubRouter(history: RouterHistory, hub: Hub): Router {
  const router = createRouter({
    history,
    routes,
    async scrollBehavior(to, from, saved) {
      if (to.hash) return { el: to.hash }
      if (to.path === from.path) return false
      if (saved) await hub.pageData.settled()
      return saved ?? { top: 0 }
    },
  })
  router.beforeEach((to) => guard(to, hub))
  return router
}

/** A page for a role sends strangers to the login, and tells those of a lower role that it is not for them. */
function guard(to: RouteLocationNormalized, hub: Hub) {
  const { role } = to.meta
  if (!role || mayEnter(hub.session.account.value, role)) return true
  if (hub.session.account.value) return { name: 'forbidden' }
  return { name: 'login', query: { tiep: to.fullPath } }
}
