import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'

export default function noticesRoutes() {
  router.get('notices', [controllers.notices.Notices, 'index'])
  router.post('notices/read', [controllers.notices.Notices, 'markRead'])
}
