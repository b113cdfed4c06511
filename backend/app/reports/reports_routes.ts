import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'

export default function reportsRoutes() {
  router.post('videos/:id/reports', [controllers.reports.Reports, 'store'])
  router.get('reports/:code', [controllers.reports.Reports, 'show'])
  router.get('review/reports', [controllers.reports.ReportDesk, 'index'])
  router.get('review/reports/:id', [controllers.reports.ReportDesk, 'show'])
  router.post('review/reports/:id/steps', [controllers.reports.ReportDesk, 'step'])
}
