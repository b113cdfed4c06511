import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'

export default function coverageRoutes() {
  router.get('coverage', [controllers.coverage.Coverage, 'show'])
}
