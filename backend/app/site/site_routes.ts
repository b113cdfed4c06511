import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'

export default function siteRoutes() {
  router.get('site', [controllers.site.Site, 'show'])
  router.patch('site', [controllers.site.Site, 'update'])
}
