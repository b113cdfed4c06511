import { addDays, type LegalDay } from '#app/core/legal_day'
import type { TagRole } from '#app/tags/tag'

/** Days after which a confirmed tag is looked at again though nobody has heard of a change: fines change fastest. */
export const reviewAfterDays = { penalty: 180, other: 730 } as const

/** The day on which somebody should look at the tag again. */
export function dueOn({ role, confirmedOn }: { role: TagRole; confirmedOn: LegalDay }): LegalDay {
  return addDays(confirmedOn, role === 'penalty' ? reviewAfterDays.penalty : reviewAfterDays.other)
}
