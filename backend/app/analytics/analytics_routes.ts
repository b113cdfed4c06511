import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'

export default function analyticsRoutes() {
  router.post('videos/:id/views', [controllers.analytics.Views, 'store'])
}
