import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'

export default function tagsRoutes() {
  router.get('videos/:id/tags', [controllers.tags.Tags, 'index'])
  router.post('videos/:id/tags', [controllers.tags.Tags, 'store'])
  router.get('videos/:id/tag-suggestions', [controllers.tags.TagSuggestions, 'index'])
  router.patch('tags/:id', [controllers.tags.Tags, 'update'])
  router.delete('tags/:id', [controllers.tags.Tags, 'destroy'])
}
