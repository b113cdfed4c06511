import type { VideoStatusName } from '../api/types.js'

/** The states an editor looks for; `tat_ca` is all of them. */
export const REVIEW_FILTERS = [
  'in_review',
  'approved',
  'changes_requested',
  'published',
  'withdrawn',
  'ready',
  'tat_ca',
] as const satisfies (VideoStatusName | 'tat_ca')[]

export type ReviewFilter = (typeof REVIEW_FILTERS)[number]

export function reviewFilter(value: unknown): ReviewFilter {
  return REVIEW_FILTERS.find((known) => known === value) ?? 'in_review'
}
