import { invalid } from '#app/core/hub_error'
import { addDays, isLegalDay, todayInVietnam, type LegalDay } from '#app/core/legal_day'

/** Both days are within it. */
export interface Period {
  from: LegalDay
  to: LegalDay
}

const mostDays = 3660

/** What was asked for; so many last days by default. Throws where it is no period, or longer than ten years. */
export function periodOf({ from, to }: { from?: string; to?: string }, defaultDays = 30): Period {
  for (const [field, value] of Object.entries({ from, to })) {
    if (value && !isLegalDay(value)) throw invalid('E_DAY_INVALID', field, { value })
  }
  const last = to || todayInVietnam()
  const first = from || addDays(last, 1 - defaultDays)
  if (first > last) throw invalid('E_PERIOD_REVERSED', 'from')
  if (addDays(first, mostDays) < last) throw invalid('E_PERIOD_TOO_LONG', 'from')
  return { from: first, to: last }
}

export const monthsOf = ({ from, to }: Period) => ({ first: from.slice(0, 7), last: to.slice(0, 7) })

/** Every day of it, in order. */
export function daysOf({ from, to }: Period): LegalDay[] {
  const days = []
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day)
  return days
}

/** The moments between which the period lies in Vietnam, which has been at UTC+7 all year since 1975. */
export const momentsOf = ({ from, to }: Period) => ({
  start: new Date(`${from}T00:00:00+07:00`).toISOString(),
  end: new Date(`${addDays(to, 1)}T00:00:00+07:00`).toISOString(),
})
