import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'

export default function formsRoutes() {
  router.get('videos/:id/form-token', [controllers.forms.FormTokens, 'show'])
}
