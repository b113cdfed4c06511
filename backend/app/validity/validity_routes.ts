import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'

export default function validityRoutes() {
  router.get('validity/tasks', [controllers.validity.Tasks, 'index'])
  router.get('validity/tasks/:id', [controllers.validity.Tasks, 'show'])
  router.post('validity/tasks/:id/decision', [controllers.validity.Tasks, 'decide'])
  router.delete('validity/tasks/:id/decision', [controllers.validity.Tasks, 'undo'])
  router.post('validity/decisions', [controllers.validity.Tasks, 'decideSeveral'])
  router.get('validity/upcoming', [controllers.validity.Tasks, 'upcoming'])
  router.get('admin/clock', [controllers.validity.Clock, 'show'])
  router.put('admin/clock', [controllers.validity.Clock, 'update'])
}
