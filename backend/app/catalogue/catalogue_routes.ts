import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'

export default function catalogueRoutes() {
  router.get('videos', [controllers.catalogue.ListedVideos, 'index'])
  router.post('videos', [controllers.catalogue.Videos, 'store'])
  router.get('videos/:id', [controllers.catalogue.Videos, 'show'])
  router.patch('videos/:id', [controllers.catalogue.Videos, 'update'])
  router.delete('videos/:id', [controllers.catalogue.Videos, 'destroy'])
  router.put('videos/:id/topics', [controllers.catalogue.Videos, 'replaceTopics'])
  router.get('studio/videos', [controllers.catalogue.Desks, 'studio'])
  router.get('review/videos', [controllers.catalogue.Desks, 'review'])

  router.get('topics', [controllers.catalogue.Topics, 'index'])
  router.get('topics/:slug', [controllers.catalogue.Topics, 'show'])
  router.get('laws', [controllers.catalogue.Laws, 'index'])
  router.get('laws/:slug', [controllers.catalogue.Laws, 'show'])
  router.get('search', [controllers.catalogue.Search, 'index'])
  router.get('search/suggestions', [controllers.catalogue.Suggestions, 'index'])
}
