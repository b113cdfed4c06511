import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'

export default function statisticsRoutes() {
  router.post('videos/:id/views', [controllers.statistics.Views, 'store'])
  router.post('videos/:id/viewings', [controllers.statistics.Viewings, 'store'])
  router.get('videos/:id/statistics', [controllers.statistics.VideoStatistics, 'show'])
  router.get('statistics', [controllers.statistics.Statistics, 'index'])
  router.get('statistics/report', [controllers.statistics.Statistics, 'report'])
  router.get('statistics/hosts', [controllers.statistics.Statistics, 'hosts'])
  router.get('statistics/searches', [controllers.statistics.Statistics, 'searches'])
}
