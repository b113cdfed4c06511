import router from '@adonisjs/core/services/router'
import { notFound } from '#app/core/hub_error'
import { controllers } from '#generated/controllers'

/** To be registered last: every address that nothing else answers is a page's, if only one that says so. */
export default function pagesRoutes() {
  router.any('/api/*', () => Promise.reject(notFound())).as('api.unknown')
  router.get('/', [controllers.pages.Pages, 'show']).as('pages.home')
  router.get('*', [controllers.pages.Pages, 'show']).as('pages.any')
}
