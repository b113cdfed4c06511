import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'

export default function uploadsRoutes() {
  router.route('uploads', ['OPTIONS', 'POST'], [controllers.uploads.Uploads, 'handle']).as('uploads.create')
  router
    .route('uploads/:id', ['OPTIONS', 'HEAD', 'PATCH', 'DELETE'], [controllers.uploads.Uploads, 'handle'])
    .as('uploads.resume')
}
