import { addDays, todayInVietnam } from '#app/core/legal_day'

export const reportReasons = ['wrong_content', 'law_expired', 'removal_request', 'other'] as const
export type ReportReason = (typeof reportReasons)[number]

/** Who asks for removal. */
export const relations = ['person_shown', 'guardian', 'rights_holder', 'authority'] as const
export type Relation = (typeof relations)[number]

/** A time limit, and whether a law sets it (`law`) or the hub itself (`house`). */
export interface ReportClock {
  name: string
  from: 'law' | 'house'
  within: { hours: number } | { workingDays: number } | { days: number }
}

/**
 * How long an answer to a report may take. The sources, to be confirmed by the office before it relies on them:
 *
 * - the person shown, or the parent or guardian of a child: Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15 gives the right to
 *   withdraw consent and to have data deleted; Nghị định 356/2025/NĐ-CP, in place of 13/2023/NĐ-CP (72 hours), has the
 *   controller answer within two working days and finish within 15 to 20 days. The clock is that of the answer; holidays
 *   are not known here, which makes it run out rather too early than too late.
 * - an authority: Nghị định 147/2024/NĐ-CP, 24 hours from the request.
 * - a holder of copyright or related rights: Nghị định 17/2023/NĐ-CP, 72 hours from the request.
 * - everything else has no clock of law: the hub's own promise, so that nothing lies about for ever.
 */
const clocks = {
  person_shown: { name: 'personal_data', from: 'law', within: { workingDays: 2 } },
  guardian: { name: 'personal_data', from: 'law', within: { workingDays: 2 } },
  authority: { name: 'authority', from: 'law', within: { hours: 24 } },
  rights_holder: { name: 'copyright', from: 'law', within: { hours: 72 } },
  law_expired: { name: 'house', from: 'house', within: { days: 3 } },
  wrong_content: { name: 'house', from: 'house', within: { days: 5 } },
  other: { name: 'house', from: 'house', within: { days: 10 } },
} as const satisfies Record<Relation | Exclude<ReportReason, 'removal_request'>, ReportClock>

/** Without a relation a request for removal has the strictest clock that could apply. */
export function clockOf(reason: ReportReason, relation: Relation | null): ReportClock {
  return clocks[reason === 'removal_request' ? (relation ?? 'authority') : reason]
}

/** The moment by which it must be answered; days run to their end in Vietnam. */
export function dueAt({ within }: ReportClock, receivedAt: Date): Date {
  if ('hours' in within) return new Date(receivedAt.getTime() + within.hours * 3_600_000)
  let day = todayInVietnam(receivedAt)
  let left = 'days' in within ? within.days : within.workingDays
  while (left > 0) {
    day = addDays(day, 1)
    if ('days' in within || !isWeekend(day)) left--
  }
  return new Date(`${day}T23:59:59.999+07:00`)
}

const isWeekend = (day: string) => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())
