import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'

export default function reviewRoutes() {
  router.get('videos/:id/consent', [controllers.review.Consents, 'show'])
  router.put('videos/:id/consent', [controllers.review.Consents, 'update'])
  router.post('videos/:id/submission', [controllers.review.Review, 'submit'])
  router.post('videos/:id/approval', [controllers.review.Review, 'approve'])
  router.get('videos/:id/publication', [controllers.review.Review, 'owed'])
  router.post('videos/:id/publication', [controllers.review.Review, 'publish'])
  router.delete('videos/:id/publication', [controllers.review.Review, 'unpublish'])
  router.post('videos/:id/withdrawal', [controllers.review.Review, 'withdraw'])
  router.post('videos/:id/change-requests', [controllers.review.Review, 'requestChanges'])
  router.get('videos/:id/record', [controllers.review.Review, 'record'])
  router.get('records', [controllers.review.Records, 'index'])
}
