import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'

export default function transcodingRoutes() {
  router.post('videos/:id/retry', [controllers.transcoding.Transcodes, 'retry'])
  router.delete('videos/:id/transcode', [controllers.transcoding.Transcodes, 'cancel'])
  router.put('videos/:id/poster', [controllers.transcoding.Poster, 'update'])
  router.get('admin/queue', [controllers.transcoding.Queue, 'show'])
}
