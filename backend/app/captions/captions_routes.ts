import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'

export default function captionsRoutes() {
  router.get('videos/:id/captions', [controllers.captions.CaptionTracks, 'index'])
  router.get('videos/:id/captions/:lang', [controllers.captions.Captions, 'show'])
  router.put('videos/:id/captions/:lang', [controllers.captions.Captions, 'update'])
  router.delete('videos/:id/captions/:lang', [controllers.captions.Captions, 'destroy'])
  router.post('videos/:id/captions/:lang/reading', [controllers.captions.Captions, 'read'])
  router.post('videos/:id/captions/:lang/recognition', [controllers.captions.Recognitions, 'store'])
  router.delete('videos/:id/captions/:lang/recognition', [controllers.captions.Recognitions, 'destroy'])
  router.get('videos/:id/waveform', [controllers.captions.Waveforms, 'show'])
}
