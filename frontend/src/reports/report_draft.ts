import type { ReportReason, ReportRelation } from '../api/types.js'

export const REASONS: ReportReason[] = ['wrong_content', 'law_expired', 'removal_request', 'other']
export const RELATIONS: ReportRelation[] = ['person_shown', 'guardian', 'rights_holder', 'authority']

export interface ReportDraft {
  reason: ReportReason
  text: string
  contact: string
  citation: string
  relation: ReportRelation | null
}

export const emptyReport = (reason: ReportReason = 'wrong_content'): ReportDraft => ({
  reason,
  text: '',
  contact: '',
  citation: '',
  relation: null,
})

/** Only what belongs to the chosen reason, and nothing that was left empty. */
export function reportBody({ reason, text, contact, citation, relation }: ReportDraft) {
  return {
    reason,
    text,
    ...(contact.trim() ? { contact } : {}),
    ...(reason === 'law_expired' && citation.trim() ? { citation } : {}),
    ...(reason === 'removal_request' && relation ? { relation } : {}),
  }
}

/** How much time is left, in the largest unit that says enough; `late` once it is over. */
export function timeLeft(secondsLeft: number): {
  late: boolean
  unit: 'days' | 'hours' | 'minutes'
  count: number
} {
  const seconds = Math.abs(secondsLeft)
  const late = secondsLeft < 0
  if (seconds >= 48 * 3600) return { late, unit: 'days', count: Math.floor(seconds / 86_400) }
  if (seconds >= 3600) return { late, unit: 'hours', count: Math.floor(seconds / 3600) }
  return { late, unit: 'minutes', count: Math.floor(seconds / 60) }
}
