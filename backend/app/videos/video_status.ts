/** The life of a video (docs/architecture.md): every allowed step stands in this table, and nowhere else. */
export const statuses = [
  'draft',
  'processing',
  'ready',
  'in_review',
  'changes_requested',
  'approved',
  'published',
  'withdrawn',
  'failed',
] as const
export type VideoStatus = (typeof statuses)[number]

export type Step =
  | 'receive'
  | 'retry'
  | 'finish'
  | 'fail'
  | 'submit'
  | 'request_changes'
  | 'approve'
  | 'publish'
  | 'unpublish'
  | 'withdraw'

const steps: Record<Step, { from: readonly VideoStatus[]; to: VideoStatus }> = {
  receive: { from: ['draft', 'failed'], to: 'processing' },
  retry: { from: ['failed'], to: 'processing' },
  finish: { from: ['processing'], to: 'ready' },
  fail: { from: ['processing'], to: 'failed' },
  submit: { from: ['ready', 'changes_requested', 'withdrawn'], to: 'in_review' },
  request_changes: { from: ['in_review'], to: 'changes_requested' },
  approve: { from: ['in_review'], to: 'approved' },
  publish: { from: ['approved'], to: 'published' },
  unpublish: { from: ['published'], to: 'approved' },
  withdraw: { from: ['published'], to: 'withdrawn' },
}

/** Where the step leads from here, or null where it is not allowed. */
export const next = (status: VideoStatus, step: Step): VideoStatus | null =>
  steps[step].from.includes(status) ? steps[step].to : null

/**
 * Whether what is shown may change without a new review: not while it is judged, not once it has been approved, and not
 * under the eyes of the viewers.
 */
export const goesToReviewYet = (status: VideoStatus) =>
  ['ready', 'changes_requested', 'withdrawn'].includes(status)

/** `draft`, `processing` and `failed` are states of the first revision: in all others there is something to watch. */
export const hasRevision = (status: VideoStatus) => !['draft', 'processing', 'failed'].includes(status)
