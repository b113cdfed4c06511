import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'

export default function healthRoutes() {
  router.get('/health/live', [controllers.health.Health, 'live'])
  router.get('/health/ready', [controllers.health.Health, 'ready'])
  router.get('/metrics', [controllers.health.Health, 'metrics'])
  router.get('/api/openapi.json', [controllers.health.Openapi, 'show'])
}
