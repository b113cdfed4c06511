import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'

export default function captionsRoutes() {
  router.get('videos/:id/captions/:lang', [controllers.captions.Captions, 'show'])
  router.put('videos/:id/captions/:lang', [controllers.captions.Captions, 'update'])
  router.delete('videos/:id/captions/:lang', [controllers.captions.Captions, 'destroy'])
}
