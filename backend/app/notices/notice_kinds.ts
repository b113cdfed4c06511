/** What people are told of. The first ones follow from a step in a video's record, the others from time passing. */
export const noticeKinds = [
  'submitted',
  'changes_requested',
  'approved',
  'published',
  'withdrawn',
  'job_failed',
  'consent_withdrawn',
  'review_waits',
  'changes_unanswered',
  'consent_ends',
  'validity_waits',
] as const
export type NoticeKind = (typeof noticeKinds)[number]

export type Addressee = 'owner' | 'officers'

/** Who is told of a step, and as what; nobody of most. */
export const noticesOfSteps: Record<string, { kind: NoticeKind; to: Addressee[] } | undefined> = {
  submit: { kind: 'submitted', to: ['officers'] },
  request_changes: { kind: 'changes_requested', to: ['owner'] },
  approve: { kind: 'approved', to: ['owner'] },
  publish: { kind: 'published', to: ['owner'] },
  replacement_published: { kind: 'published', to: ['owner'] },
  withdraw: { kind: 'withdrawn', to: ['owner', 'officers'] },
  fail: { kind: 'job_failed', to: ['owner'] },
  replacement_failed: { kind: 'job_failed', to: ['owner'] },
  consent_withdrawn: { kind: 'consent_withdrawn', to: ['owner', 'officers'] },
}
