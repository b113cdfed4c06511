import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'

export default function consentsRoutes() {
  const person = 'videos/:id/consent/people/:personId'
  router.get(`${person}/form`, [controllers.consents.ConsentForms, 'show'])
  router.put(`${person}/form`, [controllers.consents.ConsentForms, 'update'])
  router.delete(`${person}/form`, [controllers.consents.ConsentForms, 'destroy'])
  router.post(`${person}/withdrawal`, [controllers.consents.ConsentWithdrawals, 'store'])
  router.get('consents', [controllers.consents.Register, 'index'])
}
