import router from '@adonisjs/core/services/router'
import { controllers } from '#generated/controllers'

export default function questionsRoutes() {
  router.get('videos/:id/questions', [controllers.questions.Questions, 'index'])
  router.post('videos/:id/questions', [controllers.questions.Questions, 'store'])
  router.get('questions/:code', [controllers.questions.Questions, 'show'])
  router.get('review/questions', [controllers.questions.QuestionDesk, 'index'])
  router.get('review/questions/:id', [controllers.questions.QuestionDesk, 'show'])
  router.patch('review/questions/:id', [controllers.questions.QuestionDesk, 'redact'])
  router.put('review/questions/:id/answer', [controllers.questions.QuestionDesk, 'answer'])
  router.post('review/questions/:id/steps', [controllers.questions.QuestionDesk, 'step'])
}
