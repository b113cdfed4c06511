import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'

export default function keepingRoutes() {
  router.get('law-records', [controllers.keeping.LawRecords, 'index'])
  router.get('law-records/:slug', [controllers.keeping.LawRecords, 'show'])
  router.get('law-changes', [controllers.keeping.LawChanges, 'index'])
  router.post('law-changes', [controllers.keeping.LawChanges, 'store'])
  router.post('law-changes/preview', [controllers.keeping.LawChanges, 'preview'])
  router.get('law-changes/:id', [controllers.keeping.LawChanges, 'show'])
  router.post('law-changes/:id/undo', [controllers.keeping.LawChanges, 'undo'])
}
