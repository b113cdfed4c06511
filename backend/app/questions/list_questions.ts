import type { ModelQueryBuilderContract } from '@adonisjs/lucid/types/model'
import type { Page, Paged } from '#app/core/answers'
import Question from './question.js'
import { questionStates, type QuestionState } from './question_states.js'

type QuestionQuery = ModelQueryBuilderContract<typeof Question>

/** What everybody reads under a video, the newest first. */
export const publishedQuestions = (videoId: string): QuestionQuery =>
  Question.query()
    .where({ videoId, state: 'published' })
    .preload('citations')
    .orderBy('publishedAt', 'desc')
    .orderBy('id')

export const withEverything = (questions: QuestionQuery): QuestionQuery =>
  questions
    .preload('citations')
    .preload('video')
    .preload('answerer')
    .preload('records', (records) => void records.preload('actor').orderBy('at').orderBy('id'))

/** The officers' list: who has waited longest comes first, what came without proof of work behind; settled ones newest first. */
export async function listQuestions(
  filter: Page & { state: QuestionState; video?: string }
): Promise<Paged<Question>> {
  const { page, perPage, state } = filter
  const questions = withEverything(Question.query().where('state', state))
  if (filter.video) {
    void questions.whereIn('videoId', (videos) => {
      void videos.from('videos').select('id').where('id', filter.video!).orWhere('slug', filter.video!)
    })
  }
  if (state === 'new') void questions.orderBy('isLow').orderBy('createdAt')
  else void questions.orderBy('updatedAt', 'desc')
  const found = await questions.orderBy('id').paginate(page, perPage)
  return { items: found.all(), total: found.total, page, perPage }
}

export async function questionCounts(): Promise<Record<QuestionState, number>> {
  const rows = await Question.query()
    .groupBy('state')
    .select('state')
    .count('* as count')
    .pojo<{ state: QuestionState; count: number | string }>()
  const counts = Object.fromEntries(questionStates.map((state) => [state, 0])) as Record<
    QuestionState,
    number
  >
  for (const { state, count } of rows) counts[state] = Number(count)
  return counts
}
