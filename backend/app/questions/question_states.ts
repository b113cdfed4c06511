/** The life of a question: every allowed step stands in this table, and nowhere else. */
export const questionStates = ['new', 'answered', 'published', 'rejected', 'spam'] as const
export type QuestionState = (typeof questionStates)[number]

export const questionSteps = [
  'answer',
  'publish',
  'unpublish',
  'reject',
  'spam',
  'restore',
  'redact',
] as const
export type QuestionStep = (typeof questionSteps)[number]

type Next = Partial<Record<QuestionState, QuestionState>>

const table: Record<QuestionStep, Next> = {
  // What is published is corrected where it stands
  answer: { new: 'answered', answered: 'answered', published: 'published' },
  publish: { answered: 'published' },
  unpublish: { published: 'answered' },
  reject: { new: 'rejected', answered: 'rejected' },
  spam: { new: 'spam', rejected: 'spam' },
  restore: { rejected: 'new', spam: 'new' },
  redact: { new: 'new', answered: 'answered', published: 'published', rejected: 'rejected', spam: 'spam' },
}

/** Where the step leads from here, or null where it is not allowed. */
export const nextState = (state: QuestionState, step: QuestionStep): QuestionState | null =>
  table[step][state] ?? null

export const stepsFrom = (state: QuestionState) => questionSteps.filter((step) => nextState(state, step))

/** What the asker is told: whoever sends spam learns nothing from it, and whoever was taken for it wrongly waits. */
export const stateForAsker = (state: QuestionState) => (state === 'spam' ? 'new' : state)
