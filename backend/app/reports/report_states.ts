/** The life of a report: every allowed step stands in this table, and nowhere else. */
export const reportStates = ['new', 'in_work', 'done', 'rejected'] as const
export type ReportState = (typeof reportStates)[number]

export const reportSteps = ['take', 'release', 'finish', 'reject', 'reopen'] as const
export type ReportStep = (typeof reportSteps)[number]

const table: Record<ReportStep, Partial<Record<ReportState, ReportState>>> = {
  // Whoever takes one over from somebody else takes it too
  take: { new: 'in_work', in_work: 'in_work' },
  release: { in_work: 'new' },
  finish: { new: 'done', in_work: 'done' },
  reject: { new: 'rejected', in_work: 'rejected' },
  reopen: { done: 'in_work', rejected: 'in_work' },
}

/** Where the step leads from here, or null where it is not allowed. */
export const nextState = (state: ReportState, step: ReportStep): ReportState | null =>
  table[step][state] ?? null

export const stepsFrom = (state: ReportState) => reportSteps.filter((step) => nextState(state, step))

/** The steps that owe a reason: the reporter reads it. */
export const owesReason = (step: ReportStep) => step === 'finish' || step === 'reject'

export const isOpen = (state: ReportState) => state === 'new' || state === 'in_work'
