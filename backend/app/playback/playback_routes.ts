import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'

export default function playbackRoutes() {
  router.get('videos/:id/media/:revision/*', [controllers.playback.Media, 'showPrivate'])
}

/** Outside the API: what players and CDNs fetch. */
export function publicMediaRoutes() {
  router.get('/media/videos/:id/:revision/*', [controllers.playback.Media, 'showPublic'])
}
