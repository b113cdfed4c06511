import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'

export default function playbackRoutes() {
  router.get('videos/:id/media/:revision/*', [controllers.playback.Media, 'showPrivate'])
  router.get('videos/:id/captions/:lang', [controllers.playback.Captions, 'show'])
  router.put('videos/:id/captions/:lang', [controllers.playback.Captions, 'update'])
  router.delete('videos/:id/captions/:lang', [controllers.playback.Captions, 'destroy'])
}

/** Outside the API: what players and CDNs fetch. */
export function publicMediaRoutes() {
  router.get('/media/videos/:id/:revision/*', [controllers.playback.Media, 'showPublic'])
}
