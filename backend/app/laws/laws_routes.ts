import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'

export default function lawsRoutes() {
  router.post('citations/parse', [controllers.laws.Citations, 'parse'])
}
